import { errors, type Request } from '@playwright/test'

import type { Person } from '../e2e/person.ts'
import type { Truth } from '../sandbox/control.ts'
import type { Chance } from './chance.ts'
import { sentBy, type Choice, type OwnRecord, type Resource, type Seen, type Sent } from './own-record.ts'
import type { Stage } from './stage.ts'

/** Appearances that read back as what was chosen: the words of the menu, and UCWA's. */
const APPEARANCES = [
  ['Available', 'Online'],
  ['Busy', 'Busy'],
  ['Do not disturb', 'DoNotDisturb'],
  ['Be right back', 'BeRightBack'],
  ['Away', 'Away'],
] as const

/** A click or a look that takes longer is given up: the board has changed under the person's hand. (Our choice.) */
const HAND_MS = 2500
/** Between two looks at the server, and between two at the screen. (Our choice.) */
const LOOK_MS = 100
/** How long a person waits to be told what became of a choice. (Our choice; the board itself says "overdue" after 10 s.) */
const TOLD_WITHIN_MS = 30_000
/** One choice of that many is followed at once by another, which replaces it. (Our choice.) */
const HASTY_ONE_IN = 4

export type Publisher = {
  readonly record: OwnRecord
  /** Publishes at the screen, one choice after the other, until the signal; ends with the last choice told of. */
  publishUntil(signal: AbortSignal): Promise<void>
  /** Looks on at the server, until the signal. */
  lookOnUntil(signal: AbortSignal): Promise<void>
}

/** Somebody who keeps publishing whenever the screen lets them, and one who keeps the record. */
export function createPublisher(
  { person, control, context }: Stage,
  chance: Chance,
  tell: (line: string) => void,
): Publisher {
  const choices: Choice[] = []
  const sent: Sent[] = []
  const seen: Seen[] = []
  const underWay = new WeakMap<Request, Sent>()
  /** Clicked so late that the hand had let go by then: made if it is sent. */
  const inDoubt: Choice[] = []
  context.on('request', (request) => {
    const one = sentBy(request, Date.now())
    if (one === null) return
    sent.push(one)
    const made = inDoubt.findIndex(
      ({ resource, wanted }) => resource === one.resource && wanted === one.wanted,
    )
    if (made >= 0) choices.push(...inDoubt.splice(made, 1))
    underWay.set(request, one)
    say(`sent ${one.resource} ${one.wanted}`)
  })
  // Heard of late on a busy machine, a request would seem to publish what it has brought about itself.
  context.on('response', (response) => {
    const one = underWay.get(response.request())
    const { startTime } = response.request().timing()
    if (one !== undefined && startTime > 0) one.atMs = startTime
  })
  let notes = 0
  const say = (what: string): void => tell(`${new Date().toISOString()} ${what}`)

  const choose = async (resource: Resource): Promise<Choice | null> => {
    const { page } = person
    const notThat = choices.findLast((choice) => choice.resource === resource)?.wanted
    const [word, availability] = chance.pick(APPEARANCES.filter(([, wanted]) => wanted !== notThat))
    const wanted = resource === 'presence' ? availability : `Note ${(notes += 1)} of this run`
    const soon = { timeout: HAND_MS }
    try {
      if (resource === 'presence') await person.myAvailability.click(soon)
      else await person.myNote.click(soon)
      if (resource === 'note') await person.noteEditor.fill(wanted, soon)
      const last =
        resource === 'presence'
          ? page.getByRole('menuitemradio', {
              name: new RegExp(`^${word === 'Away' ? 'Appear away' : word}`),
            })
          : page.getByRole('button', { name: 'Publish' })
      const choice: Choice = { resource, wanted, atMs: Date.now(), told: null, toldAtMs: null }
      inDoubt.push(choice)
      await last.click(soon)
      if (inDoubt.includes(choice)) choices.push(...inDoubt.splice(inDoubt.indexOf(choice), 1))
      say(`chose ${resource} ${wanted}`)
      return choice
    } catch (error) {
      if (!(error instanceof errors.TimeoutError)) throw error
      await letGo() // the board went out of reach under the hand: nothing was chosen
      return null
    }
  }

  /** An editor that is left open hides the board behind it. */
  const letGo = async (): Promise<void> => {
    await person.page.keyboard.press('Escape')
    const cancel = person.page.getByRole('button', { name: 'Cancel', exact: true })
    if (await cancel.isVisible()) await cancel.click({ timeout: HAND_MS }).catch(() => null) // it closed by itself
  }

  /** What the screen says of the newest choice. */
  const toldOf = async (choice: Choice): Promise<void> => {
    await pause(LOOK_MS) // the click is shown a moment after it
    const field = choice.resource === 'presence' ? person.myAvailability : person.myNote
    const giveUpAtMs = Date.now() + TOLD_WITHIN_MS
    const refusal = person.me.getByRole('button', { name: 'Dismiss' }).first()
    while (Date.now() < giveUpAtMs) {
      if (await refusal.isVisible()) {
        await refusal.click({ timeout: HAND_MS }).catch(() => null) // it went by itself
        choice.told = 'refused'
        say(`told that ${choice.wanted} is refused`)
        choice.toldAtMs = Date.now()
        return
      }
      const said =
        (await field.getAttribute('aria-label', { timeout: HAND_MS }).catch(() => null)) ?? 'saving'
      if (!said.includes('saving')) {
        choice.told = 'published'
        say(`told that ${choice.wanted} is published: ${said}`)
        choice.toldAtMs = Date.now()
        return
      }
      await pause(LOOK_MS)
    }
  }

  return {
    record: { choices, sent, seen },
    publishUntil: async (signal) => {
      while (!signal.aborted) {
        await pause(chance.between(200, 1500))
        if (!(await canPublish(person))) continue
        const choice = await choose(chance.pick(['presence', 'note'] as const))
        if (choice !== null && (chance.below(HASTY_ONE_IN) > 0 || signal.aborted)) await toldOf(choice)
      }
      for (const resource of ['presence', 'note'] as const) {
        const last = choices.findLast((choice) => choice.resource === resource)
        if (last !== undefined && last.told === null) await toldOf(last)
      }
    },
    lookOnUntil: async (signal) => {
      while (!signal.aborted) {
        const { me } = await control.truth(person.account.uri)
        const now: Seen = { atMs: Date.now(), ...ownIn(me) }
        const before = seen.at(-1)
        if (now.presence !== before?.presence || now.note !== before.note)
          say(`the server has ${now.presence}, ${now.note}`)
        seen.push(now)
        await pause(LOOK_MS)
      }
    },
  }
}

const canPublish = async ({ myAvailability }: Person): Promise<boolean> =>
  (await myAvailability.getAttribute('aria-disabled', { timeout: HAND_MS }).catch(() => 'true')) !== 'true'

/** Somebody who has idled is still what they chose. */
const ownIn = (me: Truth['me']): Readonly<Record<Resource, string | null>> => ({
  presence: me.availability?.replace(/^Idle/, '') ?? null,
  note: me.note?.message ?? null,
})

const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms))
