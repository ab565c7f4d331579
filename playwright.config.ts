import { defineConfig } from '@playwright/test'

/** Which cross-domain path the dashboard takes in a project; e2e/stories.ts reads it from the metadata. */
type Transport = 'cors' | 'xframe'

const project = (transport: Transport) => ({ name: transport, metadata: { transport } })

/**
 * What depends on the way to the server, or shows that it does not: told over both. All the rest is told once, over the
 * transport that must work.
 */
const OVER_BOTH = [
  'honesty',
  'my-presence',
  'outages',
  'plain-http',
  'requests',
  'several-tabs',
  'signing-in',
  'survival',
  'truth',
  'watching-colleagues',
  'ways-in',
].map((story) => `${story}.spec.ts`)
const KERBEROS = 'kerberos/**' // these need a realm: npm run test:kerberos
const DEPLOYMENT = 'deployment/**' // and these a web server: npm run test:deployment
const MATRIX = 'matrix/matrix.spec.ts' // every view in every form: npm run matrix

const chromium = process.env['CHROMIUM_PATH']
const isRoot = process.getuid?.() === 0
const jsonReport = process.env['PLAYWRIGHT_JSON_OUTPUT_FILE']

export default defineConfig({
  testDir: 'e2e',
  projects: [
    { ...project('cors'), testMatch: OVER_BOTH },
    { ...project('xframe'), testIgnore: [KERBEROS, DEPLOYMENT, MATRIX] },
  ],
  fullyParallel: true,
  workers: 4, // on 2 cores, since a story waits for events more than it works
  // Where nobody can look at once, a story is told again; one that then passes is named as flaky, not as passed.
  retries: process.env['CI'] === undefined ? 0 : 2,
  forbidOnly: process.env['CI'] !== undefined,
  // Generous, since the machine may be doing something else as well. (Our choice.)
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: jsonReport === undefined ? [['list']] : [['list'], ['json', { outputFile: jsonReport }]],
  use: {
    browserName: 'chromium',
    // To watch every story costs as much as a sixth of it; `--trace on` does it for one.
    trace: { mode: 'on-first-retry', screenshots: false },
    launchOptions: {
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      args: [
        ...(isRoot ? ['--no-sandbox'] : []), // Chromium refuses its own sandbox to root
        '--disable-gpu', // there is none where these run, and drawing as if there were costs
        '--disable-background-networking', // a test talks to the two servers under test and to nobody else
        '--disable-component-update',
      ],
    },
  },
})
