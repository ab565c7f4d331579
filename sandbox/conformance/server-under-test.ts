import { createControl, type Control, type User } from '../control.ts'
import { readFlags } from '../flags.ts'
import { start } from '../start.ts'

/**
 * The server that the statements are held against: a sandbox in this process, or the real pool that the environment
 * names by UCWA_AUTODISCOVER (an address), UCWA_USERNAME and UCWA_PASSWORD.
 */
export type ServerUnderTest = {
  readonly autodiscover: string
  readonly users: readonly [Credentials, ...(readonly Credentials[])]
  /** Null: a real pool, which nobody moves about; statements that need that are skipped. */
  readonly control: Control | null
  readonly stop: () => Promise<void>
}
export type Credentials = Pick<User, 'username' | 'password'>

/** Sandbox seconds pass so much faster that holding events for 5 s is no wait. */
const TIME_SCALE = '50'
/**
 * For some hundreds of requests on end: at 50, an application would be given up for silent after 18 s of a busy machine.
 * (Our choice.)
 */
export const UNHURRIED = ['--time-scale', '10'] as const

/** @param flags For a sandbox; a real pool is as it is. */
export async function serverUnderTest(flags: readonly string[] = []): Promise<ServerUnderTest> {
  const { UCWA_AUTODISCOVER: autodiscover, UCWA_USERNAME: username, UCWA_PASSWORD: password } = process.env
  if (autodiscover !== undefined) {
    if (username === undefined || password === undefined) {
      throw new Error('UCWA_AUTODISCOVER needs UCWA_USERNAME and UCWA_PASSWORD beside it')
    }
    return { autodiscover, users: [{ username, password }], control: null, stop: async () => {} }
  }
  const started = await start(readFlags(['--time-scale', TIME_SCALE, ...flags]))
  const control = createControl(`${started.origins.autodiscover}/_sandbox`)
  const [first, ...others] = await control.users()
  if (first === undefined) throw new Error('the sandbox has no users')
  return {
    autodiscover: `${started.origins.autodiscover}/`,
    users: [first, ...others],
    control,
    stop: started.stop,
  }
}
