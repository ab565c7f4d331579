import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import board from './package.json' with { type: 'json' }

export default defineConfig({
  // Relative addresses, so that one build runs from any folder of any web server.
  base: './',
  plugins: [react()],
  define: { VERSION: JSON.stringify(board.version) },
  build: { target: 'es2023' },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'sandbox/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
  },
})
