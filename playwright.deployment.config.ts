import { defineConfig } from '@playwright/test'

import everyStory from './playwright.config.ts'

const { use, projects = [] } = everyStory
const fingerprint = process.env['CERTIFICATE_FINGERPRINT'] ?? ''

/** As the other stories are told, by a browser that finds the company's hosts here and trusts their certificate. */
export default defineConfig(everyStory, {
  testDir: 'e2e/deployment',
  projects: projects.map((project) => ({ ...project, testMatch: '*.spec.ts', testIgnore: [] })),
  outputDir: 'test-results/deployment',
  workers: 1, // there is one sandbox, behind one web server
  use: {
    ...use,
    launchOptions: {
      ...use?.launchOptions,
      args: [
        ...(use?.launchOptions?.args ?? []),
        '--host-resolver-rules=MAP *.contoso.test 127.0.0.1',
        `--ignore-certificate-errors-spki-list=${fingerprint}`,
      ],
    },
  },
})
