import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Page } from '@playwright/test'

/** A copy of the production build, which an administrator may replace by a newer one. */
export type Build = {
  readonly folder: string
  /** The files of a newer version take the place of these, as when somebody copies them there. */
  isReplacedBy(version: string): void
  remove(): void
}

export function copyOfTheBuild(): Build {
  const folder = mkdtempSync(join(tmpdir(), 'presence-board-build-'))
  cpSync('dist', folder, { recursive: true })
  return {
    folder,
    isReplacedBy: (version) => makeNewer(folder, version),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const TEXTS = /\.(html|js|css)$/

/**
 * What a build of a later version differs in: every file whose name carries a hash has another name, and so whatever
 * names them has another content, the worker's list among it.
 */
function makeNewer(folder: string, version: string): void {
  const assets = readdirSync(join(folder, 'assets'))
  for (const name of assets) renameSync(join(folder, 'assets', name), join(folder, 'assets', newer(name)))
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => TEXTS.test(name))
  for (const name of texts) {
    let text = readFileSync(join(folder, name), 'utf8')
    for (const asset of assets) text = text.replaceAll(asset, newer(asset))
    text = text.replaceAll(`\`${versionOfTheBuild()}\``, `\`${version}\``)
    if (name === 'worker.js') text = text.replace(/(url:"index\.html",revision:")[^"]*/, `$1${version}`)
    writeFileSync(join(folder, name), text)
  }
}

const newer = (name: string): string => name.replace(/\.[^.]+$/, 'n$&')

export function versionOfTheBuild(): string {
  const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'))
  return version
}

/** The browser has its own copy of the page, and opens it from there next time. */
export async function hasKeptTheBoard(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready)
}

/** Back on the network, the page asks whether there is a newer version of it. */
export async function comesBackOnline(page: Page): Promise<void> {
  await page.context().setOffline(true)
  await page.context().setOffline(false)
}

/** Waits until the browser has the newer version, and that waits to be taken. */
export const newerVersionIsThere = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await new Promise<void>((resolve) => {
      const look = () => registration.waiting !== null && resolve()
      look()
      registration.addEventListener('updatefound', () =>
        registration.installing?.addEventListener('statechange', look),
      )
      registration.installing?.addEventListener('statechange', look)
    })
  })
