import { execSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { ROOT } from './root.mjs'

/**
 * What an administrator has in their file after typing the line of docs/deployment.md into a shell, npm and all.
 * @param {{ server: 'nginx' | 'iis', folder: string }} into the file gets the name that it has in the document
 * @param {import('./headers.mjs').Place} [instead] of Contoso's hosts, which the document names
 */
export function printedAsDocumented({ server, folder }, instead) {
  const document = readFileSync(join(ROOT, 'docs', 'deployment.md'), 'utf8')
  const line = new RegExp(`^    (npm .* ${server}) (presence\\.contoso\\.com contoso\\.com) > (\\S+)$`, 'm')
  const [, command, hosts, name] = line.exec(document) ?? []
  if (command === undefined || name === undefined)
    throw new Error(`docs/deployment.md has no command for ${server}`)
  const file = join(folder, name)
  const wanted = instead === undefined ? hosts : [instead.site, ...instead.domains].join(' ')
  execSync(`${command} ${wanted} > "${file}"`, { cwd: ROOT, stdio: 'inherit' })
  return readFileSync(file, 'utf8')
}
