import { defineConfig } from '@playwright/test'

import everyStory from './playwright.config.ts'

const { projects = [] } = everyStory

/** Every view in every form: it does not matter by which way the board speaks to the server. */
export default defineConfig(everyStory, {
  testDir: 'e2e/matrix',
  projects: projects
    .filter(({ name }) => name === 'cors')
    .map((project) => ({ ...project, testMatch: 'matrix.spec.ts', testIgnore: [] })),
  outputDir: 'test-results/matrix',
  timeout: 300_000, // a test looks at many views
  use: { ...everyStory.use, actionTimeout: 20_000, trace: 'off' }, // what is wrong is told in words
  workers: 2, // it works more than it waits
})
