import { type EventPackage, type SentEvent } from '../events/event-queue.ts'
import { type Hrefs } from '../server/hrefs.ts'
import { route, type ApplicationContext, type Route } from '../server/route.ts'
import { ok, type Answer, type Json } from '../wire/http.ts'
import { allOf } from '../wire/input.ts'
import { badParameter, refusal, applicationNotFound } from '../wire/refusals.ts'

/**
 * The pending GET. Documented: `EventChannelDetails.md`, `EventsInUCWA.md`; `low` and `medium` 5 to 1800 s, `timeout`
 * 180 to 1800 s (`events_ref.md`). What is held and when it goes is `event-queue.ts`.
 */
async function poll({ application, ask, input, instanceId, realm }: ApplicationContext): Promise<Answer> {
  const channel = application.channels.get(instanceId)
  if (channel === undefined) throw applicationNotFound()
  const asked = allOf({
    ack: () => {
      const ack = input.integer('ack', { min: 0, max: Number.MAX_SAFE_INTEGER })
      if (ack === null) throw badParameter('ack', 'is required')
      return ack
    },
    lowSeconds: () => input.integer('low', { min: 5, max: 1800 }),
    mediumSeconds: () => input.integer('medium', { min: 5, max: 1800 }),
    timeoutSeconds: () => input.integer('timeout', { min: 180, max: 1800 }),
    priority: () => input.integer('priority', { min: 0, max: Number.MAX_SAFE_INTEGER }) ?? 0,
  })
  const answer = await channel.poll({ ...asked, hungUp: ask.hungUp })
  switch (answer.kind) {
    case 'package':
      return ok(packageResource(application.hrefs, instanceId, answer.package))
    case 'resync':
      return ok({ _links: { resync: { href: application.hrefs.events(answer.ack, instanceId) } } })
    case 'replaced':
      return refusal(
        409,
        'PGetReplaced',
        'The existing P-GET was replaced with a new P-GET from the client application.',
      )
    case 'ended':
      throw realm.refusalOf(application.id)
    case 'hungUp':
      return 'dropped'
  }
}

/** Source: `EventsInUCWA.md`, "Event response structure". */
const packageResource = (
  hrefs: Hrefs,
  instanceId: string,
  { ack, isResume, events }: EventPackage,
): Json => ({
  _links: {
    self: { href: hrefs.events(ack, instanceId) },
    [isResume ? 'resume' : 'next']: { href: hrefs.events(ack + 1, instanceId) },
  },
  ...(events.length === 0 ? {} : { sender: bySender(events) }),
})

/** "A sender can occur multiple times, as event ordering is preserved" (`EventChannelDetails.md`). */
function bySender(events: readonly SentEvent[]): readonly Json[] {
  const blocks: { rel: string; href: string; events: Json[] }[] = []
  for (const { sender, link, in: within, type, embedded } of events) {
    let block = blocks.at(-1)
    if (block?.href !== sender.href) {
      block = { rel: sender.rel, href: sender.href, events: [] }
      blocks.push(block)
    }
    block?.events.push({
      link,
      ...(within === null ? {} : { in: within }),
      ...(embedded === null ? {} : { _embedded: { [link.rel]: embedded } }),
      type,
    })
  }
  return blocks
}

export const eventRoutes: readonly Route[] = [route('GET', 'events', 'events', poll)]
