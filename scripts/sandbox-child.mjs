import { createInterface } from 'node:readline'

import { startChild } from './children.mjs'

/**
 * What the sandbox says of itself, once it listens.
 * @typedef {{
 *   autodiscover: string,
 *   users: readonly { username: string, password: string, name?: string }[],
 * }} Ready
 */

/**
 * Starts the sandbox as a child that ends when this process does, however this process ends.
 * @param {readonly string[]} flags as of `npm run sandbox`
 * @returns {{ ready: Promise<Ready>, ended: Promise<string> }} `ready` fails if the sandbox ends first; `ended` tells how it
 *   ended, whoever wanted it.
 */
export function startSandbox(flags) {
  const child = startChild(process.execPath, ['scripts/sandbox.mjs', ...flags], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message))
    child.on('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })
  /** @type {Promise<Ready>} */
  const ready = new Promise((resolve, reject) => {
    if (child.stdout === null) return reject(new Error('the sandbox has no standard output'))
    // Later lines are read as well, and dropped: a pipe that nobody empties would stop the sandbox.
    createInterface(child.stdout).once('line', (line) => {
      try {
        resolve(JSON.parse(line))
      } catch {
        reject(new Error(`the first line was not JSON: ${line}`))
      }
    })
    void ended.then((how) => reject(new Error(how)))
  })
  return { ready, ended }
}

/**
 * The flags of `npm start` and `npm run dev`: people live an ordinary office day, unless the flags say otherwise.
 * @param {readonly string[]} given
 */
export const withOfficeLife = (given) =>
  given.some((flag) => flag === '--life' || flag.startsWith('--life='))
    ? given
    : ['--life', 'office', ...given]

/**
 * The configuration file of a dashboard whose other end is this sandbox.
 * @param {Ready} ready
 */
export const configurationFor = ({ autodiscover, users }) => ({
  autodiscover: { url: autodiscover },
  sandbox: { users: users.map(({ username, password, name = username }) => ({ username, password, name })) },
})
