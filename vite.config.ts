import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { version } from './package.json'

export default defineConfig({
  // Relative addresses, so that one build runs from any folder of any web server.
  base: './',
  plugins: [react()],
  define: { VERSION: JSON.stringify(version) },
  build: { target: 'es2023' },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'sandbox/**/*.test.ts', 'scripts/**/*.test.ts'],
  },
})
