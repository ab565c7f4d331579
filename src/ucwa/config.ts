import * as v from 'valibot'
import { GRANTS, type Grant } from './grants.ts'
import { isLoopback } from './trust.ts'

/** What the administrator has decided, from `config.json` beside the page. */
export type Configuration = {
  readonly autodiscover: {
    /** Where discovery starts; null: at lyncdiscoverinternal and lyncdiscover of the sign-in address's domain. */
    readonly url: string | null
    /** The domain to ask instead of the sign-in address's; null: that one. */
    readonly domain: string | null
  }
  readonly signIn: {
    /** The ways to sign in that this page may take, in the order in which it tries those that the server offers. */
    readonly grants: readonly Grant[]
    /**
     * True: integrated sign-in is tried as soon as the page opens. Elsewhere than on computers of the domain the browser
     * answers that with a dialog of its own, so by default it waits to be asked, or to have worked here before.
     */
    readonly windowsUnasked: boolean
    /** This page's registration with the OpenID Connect provider; null: modern authentication is not used. */
    readonly modern: ModernConfiguration | null
  }
  readonly transport: 'auto' | 'cors' | 'xframe'
  /** Domains below which an origin may be trusted, besides the sign-in address's own. */
  readonly trustedDomains: readonly string[]
  /** The company's name on the sign-in page; null: none. */
  readonly company: string | null
  /** Only where the other end is the sandbox: the people one may sign in as. Null everywhere else. */
  readonly sandbox: {
    readonly users: readonly { readonly username: string; readonly password: string; readonly name: string }[]
  } | null
}

export type ModernConfiguration = {
  readonly clientId: string
  /** The provider's address, below which its metadata lies; null: found from the challenge's authorization_uri. */
  readonly authority: string | null
  /** `{origin}` stands for the origin of the server that the token is for. */
  readonly scope: string
}

/** What is wrong with the configuration, in one sentence for the administrator. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
}

const DOMAIN = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i

const isSecureAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
}

const text = v.string('text')
const filled = v.pipe(text, v.nonEmpty('text that is not empty'))
const domain = v.pipe(v.string('a domain'), v.regex(DOMAIN, 'a domain'))
const strict = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(
    v.unknown(),
    v.check((one) => !Array.isArray(one), 'an object'),
    v.strictObject(entries, 'an object'),
  )
const absent = <const Schema extends v.GenericSchema>(schema: Schema) => v.optional(v.nullable(schema), null)

/** `offline_access` asks for a refresh token: without one, the person is asked again whenever a token ends. */
const USUAL_SCOPE = 'openid offline_access'

const secureAddress = v.pipe(v.string('an https address'), v.check(isSecureAddress, 'an https address'))
const grants = v.pipe(
  v.array(v.picklist(GRANTS, `one of ${GRANTS.join(', ')}`), 'a list of grants'),
  v.minLength(1, 'at least one grant'),
)

// A name that is misspelt must not pass for one that is left out, so nothing unknown is let through.
const user = strict({ username: filled, password: text, name: filled })
const wire = strict({
  autodiscover: v.optional(
    strict({
      url: absent(secureAddress),
      domain: absent(domain),
    }),
    {},
  ),
  signIn: v.optional(
    strict({
      grants: v.optional(grants, [...GRANTS]),
      windowsUnasked: v.optional(v.boolean('true or false'), false),
      modern: absent(
        strict({
          clientId: filled,
          authority: absent(secureAddress),
          scope: v.optional(filled, USUAL_SCOPE),
        }),
      ),
    }),
    {},
  ),
  transport: v.optional(v.picklist(['auto', 'cors', 'xframe'], '"auto", "cors" or "xframe"'), 'auto'),
  trustedDomains: v.optional(v.array(domain, 'a list of domains'), []),
  company: absent(filled),
  sandbox: absent(strict({ users: v.array(user, 'a list of people') })),
})

/**
 * Reads `config.json`. What is left out is null, or as the field's own words above say. Throws `ConfigurationError`,
 * which names the field, what was expected and what was found.
 */
export function parseConfiguration(json: unknown): Configuration {
  const parsed = v.safeParse(wire, json)
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  throw new ConfigurationError(sentence(issue, v.getDotPath(issue)))
}

function sentence(issue: v.BaseIssue<unknown>, path: string | null): string {
  const field = path === null ? 'config.json' : `config.json, field ${path}`
  if (issue.expected === 'never') return `${field}: there is no such field.`
  if (issue.input === undefined) return `${field}: expected a value, found nothing.`
  const found = JSON.stringify(issue.input)
  return `${field}: expected ${issue.message}, found ${found}.`
}
