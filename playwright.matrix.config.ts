import { defineConfig } from '@playwright/test'

import everyStory from './playwright.config.ts'

const { projects = [], use = {} } = everyStory

/** A name of an intranet, which this machine answers to, and one that nobody does. */
const NAMES = 'MAP presence.contoso.example 127.0.0.1, MAP *.nowhere.example ~NOTFOUND'

/** Every view in every form: it does not matter by which way the board speaks to the server. */
export default defineConfig(everyStory, {
  testDir: 'e2e/matrix',
  projects: projects
    .filter(({ name }) => name === 'cors')
    .map((project) => ({ ...project, testMatch: 'matrix.spec.ts', testIgnore: [] })),
  outputDir: 'test-results/matrix',
  timeout: 300_000, // a test looks at many views
  updateSnapshots: 'none', // npm run matrix -- --update makes the pictures anew
  snapshotPathTemplate: 'e2e/matrix/pictures/{arg}{ext}',
  use: {
    ...use,
    actionTimeout: 20_000,
    trace: 'off', // what is wrong is told in words
    launchOptions: {
      ...use.launchOptions,
      args: [...(use.launchOptions?.args ?? []), `--host-resolver-rules=${NAMES}`],
    },
  },
  workers: 2, // it works more than it waits
})
