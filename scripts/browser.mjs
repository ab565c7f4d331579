import { existsSync } from 'node:fs'

import { run, runNode } from './children.mjs'

const DOWNLOAD_GIVE_UP_MS = 180_000
/** The same Chromium without its window, as Playwright's own is: a story takes less than half the time in it. */
const DEBIAN_SHELL = { path: '/usr/bin/chromium-headless-shell', package: 'chromium-headless-shell' }
const SYSTEM_CHROMIUMS = [
  DEBIAN_SHELL.path,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * Finds a Chromium that starts here: the one named in CHROMIUM_PATH, Playwright's own where it is or can be downloaded,
 * Debian's shell, which root may install, or another of the system's.
 * @returns {Promise<string | null>} its path, null for Playwright's own; says why and ends the process if there is none
 */
export async function ensureBrowser() {
  const named = process.env['CHROMIUM_PATH']
  if (named !== undefined) {
    if (await starts(named)) return named
    console.error(`CHROMIUM_PATH names ${named}, which does not start.`)
    process.exit(1)
  }

  if (await starts(null)) return null
  console.log('No browser of Playwright’s here; trying to download it …')
  const [playwright, install] = [
    'node_modules/@playwright/test/cli.js',
    ['install', 'chromium', '--only-shell'],
  ]
  const downloaded = await runNode([playwright, ...install], {
    stdio: 'ignore',
    timeoutMs: DOWNLOAD_GIVE_UP_MS,
  })
  if (downloaded && (await starts(null))) return null

  if (!existsSync(DEBIAN_SHELL.path) && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log(`It cannot be had; installing Debian’s ${DEBIAN_SHELL.package} …`)
    // Where that fails, another Chromium of the system will do.
    const isInstalled = await installDebianPackage(DEBIAN_SHELL.package)
    if (!isInstalled) await installDebianPackage('chromium')
  }

  const ofSystem = await firstThatStarts(SYSTEM_CHROMIUMS)
  if (ofSystem !== null) {
    console.log(`Using ${ofSystem}.`)
    return ofSystem
  }

  console.error(
    'The end-to-end tests need Chromium: install it, or name one in the environment as CHROMIUM_PATH.',
  )
  process.exit(1)
}

/** @param {string} name */
async function installDebianPackage(name) {
  return (
    (await run('apt-get', ['update', '-qq'], {})) &&
    (await run('apt-get', ['install', '-y', '-qq', name], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }))
  )
}

/** @param {readonly string[]} paths */
async function firstThatStarts(paths) {
  for (const path of paths) {
    // One after the other: the first will nearly always do.
    if (existsSync(path) && (await starts(path))) return path
  }
  return null
}

/**
 * Whether a browser is there and really starts: a download may lack the system's libraries.
 * @param {string | null} executablePath null for Playwright's own
 */
async function starts(executablePath) {
  const { chromium } = await import('@playwright/test')
  try {
    const browser = await chromium.launch({
      ...(executablePath === null ? {} : { executablePath }),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    })
    await browser.close()
    return true
  } catch {
    return false // why is of no use to the reader: the next candidate is tried, and the last one says what to do
  }
}
