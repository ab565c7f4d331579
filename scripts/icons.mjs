// npm run icons: draws the icons of the installed page anew, out of public/icon.svg.
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { ensureInstalled } from './ensure-installed.mjs'
import { ROOT } from './root.mjs'

/** A system cuts a maskable icon to its own shape; what lies in the middle four fifths is safe. @see https://w3c.github.io/manifest/#icon-masks */
const SAFE = 0.8

await ensureInstalled()
const { default: sharp } = await import('sharp')

const folder = join(ROOT, 'public', 'icons')
mkdirSync(folder, { recursive: true })
const svg = readFileSync(join(ROOT, 'public', 'icon.svg'), 'utf8')
const square = svg.replace(' rx="6"', '') // the system rounds the corners itself

for (const size of [192, 512]) await draw(svg, size, `${size}.png`)
await draw(square, 180, '180.png')
await draw(shrunk(square), 512, 'maskable-512.png')

/** The same ground to the edges, and the sign within what no shape cuts off. @param {string} drawing */
function shrunk(drawing) {
  const margin = (24 * (1 - SAFE)) / 2
  return drawing
    .replace(
      '<g fill="#fff">',
      `<g transform="translate(${margin} ${margin}) scale(${SAFE})"><g fill="#fff">`,
    )
    .replace('</svg>', '</g></svg>')
}

/**
 * @param {string} drawing
 * @param {number} size
 * @param {string} name
 */
async function draw(drawing, size, name) {
  await sharp(Buffer.from(drawing), { density: (72 * size) / 24 })
    .resize(size, size)
    .png({ compressionLevel: 9, palette: true })
    .toFile(join(folder, name))
}
