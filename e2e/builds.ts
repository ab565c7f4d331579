import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

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
