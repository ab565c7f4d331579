import * as v from 'valibot'
import { parseWith, toSipUri, type Linked, type Resource, type SipUri } from './hal.ts'

/** The signed-in person. Source: UCWA reference, "me". */
export type Me = Linked & {
  readonly uri: SipUri
  readonly name: string
  readonly title: string | null
  readonly department: string | null
  readonly emailAddresses: readonly string[]
}

const wire = v.object({
  uri: v.pipe(v.string(), v.nonEmpty()),
  name: v.nullish(v.string()),
  title: v.nullish(v.string()),
  department: v.nullish(v.string()),
  emailAddresses: v.nullish(v.array(v.string())),
})

/** Throws `malformed`. */
export function parseMe(resource: Resource): Me {
  const { uri, name, title, department, emailAddresses } = parseWith(wire, resource.properties, 'me')
  return {
    links: resource.links,
    uri: toSipUri(uri),
    name: name || nameIn(uri),
    title: title || null,
    department: department || null,
    emailAddresses: emailAddresses ?? [],
  }
}

/** What stands before the @, its escapes resolved: better than nothing where the server has no name. */
export function nameIn(uri: string): string {
  const local = uri.replace(/^sips?:/i, '').replace(/@.*$/, '')
  try {
    return decodeURIComponent(local)
  } catch {
    return local // a stray percent sign stands for itself
  }
}
