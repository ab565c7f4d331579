import { expect, test } from 'vitest'
import { createHandTurnedClock } from '../time/clock.ts'
import { createWorlds } from './worlds.ts'

function worldsUnderTest() {
  const clock = createHandTurnedClock()
  return { clock, worlds: createWorlds({ contacts: 30, groups: 2, seed: 1, life: 'office' }, clock) }
}

test('each SIP domain is a world of its own, with the same users under its own name', () => {
  const { worlds } = worldsUnderTest()
  const [contoso, other] = [worlds.get('contoso.com'), worlds.get('W17.example')]
  expect(worlds.get('w17.EXAMPLE')).toBe(other)
  expect(worlds.all()).toEqual([contoso, other])
  expect(other.authenticate('lenea@w17.example', 'Welcome-Lene')?.uri).toBe('sip:lenea@w17.example')
  expect(other.authenticate('lenea@contoso.com', 'Welcome-Lene')).toBeNull()
  expect(other.person('sip:marek.novak@fabrikam.com')?.sourceNetwork).toBe('Federated')
  expect(other.users.map(({ name }) => name)).toEqual(contoso.users.map(({ name }) => name))
  expect(other.directory.map(({ name }) => name)).not.toEqual(contoso.directory.map(({ name }) => name))
})

test('what happens in one does not happen in another', () => {
  const { worlds } = worldsUnderTest()
  const [one, other] = [worlds.get('w1.example'), worlds.get('w2.example')]
  one.setNote('sip:danab@w1.example', 'Only here')
  expect(other.note('sip:danab@w2.example', 'sip:danab@w2.example')?.message).not.toBe('Only here')
  worlds.reset('w2.example')
  expect(one.note('sip:danab@w1.example', 'sip:danab@w1.example')?.message).toBe('Only here')
  worlds.reset()
  expect(one.note('sip:danab@w1.example', 'sip:danab@w1.example')?.message).not.toBe('Only here')
})

test('stopped, nothing happens in any of them', () => {
  const { worlds, clock } = worldsUnderTest()
  for (const domain of ['contoso.com', 'w1.example']) worlds.get(domain)
  worlds.reset('never-used.example')
  expect(worlds.all()).toHaveLength(2)
  expect(clock.waiting()).toBeGreaterThan(0)
  worlds.stop()
  expect(clock.waiting()).toBe(0)
})
