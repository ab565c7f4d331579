import type { AskedRequest } from '../session/diagnostics.ts'
import type { EventPackage } from '../ucwa/events.ts'
import { anEvent, anHref } from './examples.ts'

/** Builders for the record of what happened. What a test is about, it says itself. */

export const anAskedRequest = (of: Partial<AskedRequest> = {}): AskedRequest => ({
  method: 'GET',
  host: 'lyncweb.contoso.com',
  rel: 'me',
  parts: [],
  server: 'lync-fe02.contoso.com',
  ucwaVersion: null,
  trouble: null,
  ...of,
})

type Trouble = NonNullable<AskedRequest['trouble']>

export const aTrouble = (of: Partial<Trouble> = {}): Trouble => ({
  rel: 'me',
  status: 503,
  code: 'ServiceUnavailable',
  subcode: null,
  message: null,
  diagnostics: null,
  correlation: null,
  ...of,
})

export const aHeardPackage = (): EventPackage => ({ events: [anEvent()], next: anHref(), gap: false })
