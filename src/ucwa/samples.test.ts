import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { parseApplication } from './application.ts'
import { parseContactPrivacyRelationship } from './contact-privacy-relationship.ts'
import { parseContactSupportedModalities } from './contact-supported-modalities.ts'
import { parseMyPrivacyRelationship } from './my-privacy-relationships.ts'
import { parsePhone, phonesIn } from './phones.ts'
import { parseContactLocation } from './contact-location.ts'
import { parseContactNote } from './contact-note.ts'
import { parseContactPresence } from './contact-presence.ts'
import { contactsIn, parseContact } from './contact.ts'
import { parseEventPackage } from './events.ts'
import { groupsIn, parseGroup } from './groups.ts'
import { hasLink, parseResource, parseWith, toSipUri, type Resource } from './hal.ts'
import { createLinkIndex } from './link-index.ts'
import { parseLocation } from './location.ts'
import { parseMe } from './me.ts'
import { parseNote } from './note.ts'
import { parsePresenceSubscription } from './presence-subscription.ts'
import { parsePresence } from './presence.ts'
import { parseSearch } from './search.ts'

// The samples of Microsoft's reference, where they have been put beside the project.
const folder = fileURLToPath(new URL('../../../shared/ucwa/samples/', import.meta.url))
const isThere = existsSync(folder)
if (!isThere)
  console.info('The samples of the UCWA reference are not beside the project: these tests are skipped.')

const POOL = 'https://fe1.contoso.com'
const wire = v.object({ path: v.nullish(v.string()), body: v.unknown() })

/** Not the folder's own `index.json`. */
function isSampleName(name: string): boolean {
  return /\.(?:request|response|event)\./.test(name)
}

type Sample = { readonly name: string; readonly base: string; readonly body: unknown }

const samples: readonly Sample[] = (isThere ? readdirSync(folder) : [])
  .filter(isSampleName)
  .toSorted()
  .map((name) => {
    const { path, body } = parseWith(wire, JSON.parse(readFileSync(folder + name, 'utf8')), name)
    return { name, base: new URL(path ?? '/', POOL).href, body }
  })

const isResource = ({ name, body }: Sample): boolean =>
  !name.includes('.request.') && typeof body === 'object' && body !== null && !Array.isArray(body)

const resourceNamed = (name: string): Resource => {
  const sample = samples.find((one) => one.name === name)
  if (sample === undefined) throw new Error(`There is no sample ${name}: has the folder changed?`)
  return parseResource(sample.body, sample.base)
}

describe.skipIf(!isThere)('the samples of the reference', () => {
  test('are there in number', () => {
    expect(samples.filter(isResource).length).toBeGreaterThan(200)
  })

  test('all are resources that can be read and learned from', () => {
    const index = createLinkIndex()
    for (const sample of samples.filter(isResource)) index.learn(parseResource(sample.body, sample.base))
    expect(index.knows(toSipUri('sip:alex@contoso.com'))).toBe(true)
  })

  test('of events all lead on, and say what has changed', () => {
    for (const { name, body, base } of samples.filter((one) => one.name.includes('.event.'))) {
      const heard = parseEventPackage(body, base)
      expect(heard.events, name).not.toEqual([])
      expect(name.split('.').slice(2, 3), name).toContain(heard.events[0]?.type)
      expect(heard.gap, name).toBe(false)
    }
  })

  test.each<[string, (resource: Resource) => unknown, object]>([
    [
      'me.get.response.json',
      parseMe,
      { uri: 'sip:johndoe@contoso.com', name: 'John Doe', title: 'Senior Manager' },
    ],
    ['phone.get.response.json', parsePhone, { number: 'tel:+1425554321;ext=54321', isOnCard: false }],
    ['phones.get.response.json', phonesIn, [{ type: 'Home', number: 'tel:+14255551234' }]],
    [
      'contactPrivacyRelationship2.get.response.json',
      parseContactPrivacyRelationship,
      { level: 'Colleagues' },
    ],
    ['contactPrivacyRelationship.get.response.json', parseContactPrivacyRelationship, { level: 'Unknown' }],
    ['contactSupportedModalities.get.response.json', parseContactSupportedModalities, ['DataCollaboration']],
    ['myPrivacyRelationship.get.response.json', parseMyPrivacyRelationship, { level: 'Workgroup' }],
    ['presence.get.response.json', parsePresence, { availability: 'Online', activity: 'Off Work' }],
    ['note.get.response.json', parseNote, { message: 'Heads down today', type: 'Personal' }],
    ['location.get.response.json', parseLocation, { location: 'By the beach...' }],
    [
      'contact.get.response.json',
      parseContact,
      { uri: 'sip:alex@contoso.com', sourceNetwork: 'SameEnterprise' },
    ],
    [
      'contactPresence.get.response.json',
      parseContactPresence,
      {
        availability: 'DoNotDisturb',
        activity: 'in-a-conference',
        deviceType: 'PC',
        lastActiveAtMs: 1474932023993,
      },
    ],
    ['contactNote.get.response.json', parseContactNote, { message: 'Heads down today', type: 'Personal' }],
    ['contactLocation.get.response.json', parseContactLocation, { location: 'By the beach...' }],
    ['group.get.response.json', (resource) => parseGroup(resource, 'group'), { id: '7' }],
    [
      'pinnedGroup.get.response.json',
      (resource) => parseGroup(resource, 'pinnedGroup'),
      { kind: 'pinnedGroup' },
    ],
    ['presenceSubscriptions.post.response.json', parsePresenceSubscription, { id: '3' }],
    ['search.get.response.json', parseSearch, { contacts: [{ name: 'Alex Doe' }] }],
  ])('%s means what it says', (name, parse, expected) => {
    expect(parse(resourceNamed(name))).toMatchObject(expected)
  })

  test('of groups and their contacts name each of them', () => {
    const kinds = new Set(groupsIn(resourceNamed('myGroups.get.response.json')).map(({ kind }) => kind))
    expect([...kinds].toSorted()).toEqual(expect.arrayContaining(['distributionGroup', 'group']))
    expect(contactsIn(resourceNamed('groupContacts.get.response.json')).map(({ name }) => name)).toEqual([
      'Alex Doe',
    ])
  })

  test('of applications say where to go on', () => {
    const application = parseApplication(resourceNamed('application.get.response.json'))
    expect(application.events).toContain('/events')
    expect(hasLink(application.people, 'myGroups')).toBe(true)
  })
})
