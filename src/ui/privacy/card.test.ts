import { describe, expect, test } from 'vitest'
import type { Phone } from '../../ucwa/phones.ts'
import type { GrantedLevel } from '../../ucwa/privacy-level.ts'
import { cardFor } from './card.ts'
import type { Published } from './card.ts'

const phone = (type: string, number: string | null, isOnCard = true): Phone => ({
  type,
  number,
  isOnCard,
  links: new Map(),
})
const mine: Published = {
  presence: { availability: 'DoNotDisturb', activity: 'presenting' },
  note: { message: 'Calls after three.', type: 'Personal' },
  location: 'Copenhagen 4.12',
  description: 'Product lead',
  phones: [
    phone('Work', 'tel:+451'),
    phone('Mobile', 'tel:+452'),
    phone('Home', 'tel:+453'),
    phone('Other', 'tel:+454', false),
    phone('Other', null),
  ],
}

describe('my card', () => {
  test.each<[GrantedLevel, string, string | null, boolean, boolean, readonly string[]]>([
    ['Blocked', 'Offline', null, false, false, []],
    ['External', 'DoNotDisturb', 'presenting', true, false, []],
    ['Colleagues', 'DoNotDisturb', 'presenting', true, true, ['Work']],
    ['Workgroup', 'Busy', 'urgent-interruptions-only', true, true, ['Work', 'Mobile']],
    ['FriendsAndFamily', 'DoNotDisturb', 'presenting', true, true, ['Work', 'Mobile', 'Home']],
  ])('for %s is %s, %s', (level, availability, activity, hasNote, hasPlace, phones) => {
    const card = cardFor(level, mine)
    expect(card.presence?.availability).toBe(availability)
    expect(card.presence?.activity?.value ?? null).toBe(activity)
    expect(card.note !== null).toBe(hasNote)
    expect(card.location !== null).toBe(hasPlace)
    expect(card.phones.map(({ type }) => type)).toEqual(phones)
    expect(card.description).toBe(level === 'Blocked' ? null : 'Product lead')
  })

  test('says where the documents leave it open', () => {
    expect(cardFor('External', mine).note?.isCertain).toBe(false)
    expect(cardFor('Colleagues', mine).location?.isCertain).toBe(false)
    expect(cardFor('Workgroup', mine).location?.isCertain).toBe(true)
  })

  test('of one who only watches has no state', () => {
    expect(cardFor('Colleagues', { ...mine, presence: null }).presence).toBe(null)
  })
})
