import { spawn } from 'node:child_process'

import { endWithParent } from './end-with-parent.mjs'
import { ROOT } from './root.mjs'

/** How long a child may take to end before it is ended by force. (Our choice.) */
const GRACE_MS = 5000

/** @type {import('node:child_process').StdioOptions} */
const TO_STANDARD_ERROR = ['ignore', 2, 2]

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/**
 * Starts a program in the project's folder; it ends when this process is told to end.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function startChild(file, args, options) {
  const child = spawn(file, args, { cwd: ROOT, ...options })
  running.add(child)
  const forget = () => void running.delete(child)
  child.once('exit', forget)
  child.once('error', forget) // it never ran
  return child
}

/**
 * `stdio`: by default all that is said goes to standard error, so that the calling command's own output stays its own.
 * @typedef {import('node:child_process').SpawnOptions & { timeoutMs?: number }} Options
 */

/**
 * Runs a program of Node's to its end.
 * @param {readonly string[]} args the script, then its own arguments
 * @param {Options} [options]
 * @returns {Promise<boolean>} whether it ended well
 */
export const runNode = (args, options = {}) => run(process.execPath, args, options)

/**
 * Runs npm to its end.
 * @param {readonly string[]} args
 * @param {import('node:child_process').StdioOptions} [stdio]
 */
export function runNpm(args, stdio = TO_STANDARD_ERROR) {
  // npm names itself to the scripts it runs: the way to call that same npm on every system, with no shell between.
  const cli = process.env['npm_execpath']
  return cli?.endsWith('.js')
    ? run(process.execPath, [cli, ...args], { stdio })
    : run('npm', args, { stdio, shell: process.platform === 'win32' })
}

/**
 * Runs any program to its end, or until its time is up.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {Options} options
 * @returns {Promise<boolean>} whether it ended well
 */
export function run(file, args, { timeoutMs, ...options }) {
  const child = startChild(file, args, {
    stdio: TO_STANDARD_ERROR,
    ...options,
    ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
  })
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`${file} could not be started: ${error.message}`)
      resolve(false)
    })
    child.once('exit', (code) => resolve(code === 0))
  })
}

/**
 * From now on Ctrl-C, every other polite request to end, and the end of whoever started us end the children first, and
 * this process after them.
 * @param {{ exitCode: number, before?: () => void }} how `before` is called first, once
 */
export function endChildrenOnSignal({ exitCode, before = () => {} }) {
  let isEnding = false
  const end = () => {
    if (isEnding) return
    isEnding = true
    before()
    void endChildren().then(() => process.exit(exitCode))
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, end)
  endWithParent()
}

/** Ends every child, by force where asking does not do; resolves when none is left. */
export async function endChildren() {
  const children = [...running]
  const gone = children.map((child) => new Promise((resolve) => child.once('exit', resolve)))
  for (const child of children) child.kill('SIGTERM')
  const force = setTimeout(() => children.forEach((child) => child.kill('SIGKILL')), GRACE_MS)
  await Promise.all(gone)
  clearTimeout(force)
}
