import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import board from './package.json' with { type: 'json' }
import { answerPresses } from './src/browser/pressed-notices.ts'

/** The colour of the rail, which a window without a browser's bars continues. */
const RAIL = '#f5f6f9'

const WORKER = 'worker.js'

/** Into the worker's one file, as the text that it is: it is written by a template that takes no code of ours. */
function answeredPresses(): Plugin {
  let folder = ''
  return {
    name: 'answered-presses',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = join(root, build.outDir)
    },
    // After the plugin that writes it.
    closeBundle: {
      order: 'post',
      sequential: true,
      handler: () => appendFile(join(folder, WORKER), `\n;(${answerPresses.toString()})(self)\n`),
    },
  }
}

export default defineConfig({
  // Relative addresses, so that one build runs from any folder of any web server.
  base: './',
  plugins: [
    react(),
    VitePWA({
      filename: WORKER,
      registerType: 'prompt', // when a newer version is taken is decided in src/session/new-version.ts
      injectRegister: false, // src/browser/kept-page.ts does, where the browser can
      manifest: {
        id: './',
        name: 'Presence Board',
        short_name: 'Presence',
        description: 'Who is there: your contacts in Skype for Business, live.',
        start_url: './',
        scope: './',
        display: 'standalone',
        background_color: RAIL,
        theme_color: RAIL,
        icons: [
          { src: 'icons/192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icons/512.png', sizes: '512x512', type: 'image/png' },
          { src: 'icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
      },
      workbox: {
        // The files of the page. Nothing else is ever kept: neither the configuration nor what any server says of people.
        globPatterns: ['**/*.{html,js,css,svg}'],
        navigateFallback: 'index.html',
        // What else lies beside the page, the administrator's files among it, is asked of the web server.
        navigateFallbackDenylist: [/^[^?]*\.[a-z0-9]+$/i],
        clientsClaim: true, // from its first visit on, a page gets its later parts from the version that it began with
        cleanupOutdatedCaches: true,
        inlineWorkboxRuntime: true, // one file: a policy that wants trusted types lets no worker load another
      },
    }),
    answeredPresses(),
  ],
  define: { VERSION: JSON.stringify(board.version) },
  build: { target: 'es2023' },
  test: {
    // A bound on what hangs, not on how long anything may take on a busy machine.
    testTimeout: 60_000,
    include: ['src/**/*.test.{ts,tsx}', 'sandbox/**/*.test.ts', 'scripts/**/*.test.ts'],
  },
})
