import { runNode } from './children.mjs'

/**
 * Runs Playwright's tests; the production build must be there.
 * @param {{ chromium: string | null, args?: readonly string[], jsonReport?: string }} options `chromium` null means
 *   Playwright's own
 */
export const runEndToEnd = ({ chromium, args = [], jsonReport }) =>
  runNode(['node_modules/@playwright/test/cli.js', 'test', ...args], {
    stdio: 'inherit',
    env: {
      ...process.env,
      ...(chromium === null ? {} : { CHROMIUM_PATH: chromium }),
      ...(jsonReport === undefined ? {} : { PLAYWRIGHT_JSON_OUTPUT_FILE: jsonReport }),
    },
  })
