import { expect } from '@playwright/test'

import type { Control, Fault, Storm, Truth } from '../sandbox/control.ts'
import { differences, expectedChips } from './board.ts'
import type { Person } from './person.ts'

/** The server, as somebody with a hand on it moves it. */
export type Server = {
  /** From now on requests fail in that way: all to the pool and to autodiscover, or those that `match`. */
  fails(fault: Fault): Promise<void>
  /** From now on answers to such requests take that long. */
  isSlow(match: string, delayMs: number): Promise<void>
  /** Nothing fails any more. */
  works(): Promise<void>
  /** Changes in turn over the contacts of that viewer; resolves when all are made, with how many. */
  storms(storm: Omit<Storm, 'viewer'> & { readonly viewer: Person }): Promise<number>
  /** As another client of theirs would. */
  changesTheListOf(viewer: Person, change: RosterChange): Promise<void>

  /** What a correct client of that viewer must show now. */
  truthFor(viewer: Person): Promise<Truth>
  /** Waits until that viewer's board shows it, everybody and nobody else. */
  agreesWith(viewer: Person): Promise<void>
  /** Waits until the chips of that viewer's board count as it does. */
  agreesInNumbersWith(viewer: Person): Promise<void>
  /** How many applications there are in this world. */
  applications(): Promise<number>
  forgetsRequests(): Promise<void>
  /** What the board has asked for since, beside P-GETs, photos and what a browser asks on its own account. */
  costs(): Promise<Costs>
  /** How often autodiscover has been asked since, by whom it knew. */
  timesAskedForTheHomePool(): Promise<number>
  /** Waits until every event has been fetched, and what it caused has been asked for. */
  hasToldEverything(): Promise<void>
}

type RosterChange = Omit<Parameters<Control['roster']>[0], 'viewer'>

/** HTTP requests; a batch counts as one. */
type Costs = { readonly total: number; readonly by: Readonly<Record<string, number>> }

/** P-GETs, photos, preflights, and all that comes before the application's creation: its cost is not the board's. */
const NOT_COUNTED = /^(OPTIONS .*|GET (events|contactPhoto|photo|xframe|root|user)|POST oauthToken)$/

/** Nothing more comes when nothing has come for this long. (Our choice: ten round trips on a busy machine.) */
const QUIET_MS = 1000

/** The aggregation of events, the reads, and some readings of the whole list. (Our choice.) */
const AGREE_WITHIN_MS = 30_000

export function createServer(control: Control): Server {
  const truthFor = (viewer: Person): Promise<Truth> => control.truth(viewer.account.uri)
  const costs = async (): Promise<Costs> => {
    const { requests } = await control.requests()
    const by = Object.entries(requests.by).filter(([name]) => !NOT_COUNTED.test(name))
    return { total: by.reduce((total, [, count]) => total + count, 0), by: Object.fromEntries(by) }
  }
  return {
    fails: (fault) => control.fault(fault),
    isSlow: (match, delayMs) => control.fault({ kind: 'delay', delayMs, match }),
    works: () => control.clearFaults(),
    storms: async ({ viewer, ...storm }) =>
      (await control.storm({ ...storm, viewer: viewer.account.uri })).changes,
    changesTheListOf: (viewer, change) => control.roster({ ...change, viewer: viewer.account.uri }),
    truthFor,
    agreesWith: (viewer) =>
      expect(async () => {
        expect(differences(await viewer.readsTheBoard(), await truthFor(viewer))).toEqual([])
      }).toPass({ timeout: AGREE_WITHIN_MS }),
    agreesInNumbersWith: (viewer) =>
      expect(async () => {
        expect(await viewer.readsTheChips()).toEqual(expectedChips(await truthFor(viewer)))
      }).toPass({ timeout: AGREE_WITHIN_MS }),
    applications: async () => (await control.applications()).length,
    forgetsRequests: () => control.forgetRequests(),
    costs,
    timesAskedForTheHomePool: async () => {
      const { requests } = await control.requests()
      return requests.by['GET user'] ?? 0
    },
    hasToldEverything: async () => {
      await expect
        .poll(async () => (await control.applications()).map(({ queued }) => queued), {
          timeout: AGREE_WITHIN_MS,
        })
        .toEqual([0])
      let before = -1 // so that the first look, which nothing has gone before, never passes for quiet
      await expect(async () => {
        const { total } = await costs()
        const isQuiet = total === before
        before = total
        expect(isQuiet).toBe(true)
      }).toPass({ intervals: [QUIET_MS] })
    },
  }
}
