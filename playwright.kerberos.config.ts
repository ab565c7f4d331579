import { defineConfig } from '@playwright/test'

import everyStory from './playwright.config.ts'

const { use, projects = [] } = everyStory

/** As the other stories are told, by a browser that may show its ticket to the sandbox's host. */
export default defineConfig(everyStory, {
  testDir: 'e2e/kerberos',
  projects: projects.map((project) => ({ ...project, testMatch: '*.spec.ts', testIgnore: [] })),
  outputDir: 'test-results/kerberos',
  use: {
    ...use,
    launchOptions: {
      ...use?.launchOptions,
      args: [...(use?.launchOptions?.args ?? []), '--auth-server-allowlist=localhost'],
    },
  },
})
