import * as v from 'valibot'
import { mistakesOf, type Mistake } from './config-mistakes.ts'
import { GRANTS, type Grant } from './grants.ts'
import { isBelow, isLoopback } from './trust.ts'

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
  /**
   * The file of the company's own states, which Lync names by `CustomStateURL`: beside the page, or at an https address of
   * a trusted domain; null: none. UCWA names it nowhere.
   */
  readonly customStatesUrl: string | null
  readonly branding: Branding
  /** What a browser prefers in which nobody has chosen yet. */
  readonly defaults: Defaults
  readonly features: Features
  /** Only where the other end is the sandbox: the people one may sign in as. Null everywhere else. */
  readonly sandbox: {
    readonly users: readonly { readonly username: string; readonly password: string; readonly name: string }[]
  } | null
}

/** How the board looks where it is at home. */
export type Branding = {
  /** What the board is called; null: Presence Board. */
  readonly name: string | null
  /** A picture that lies beside the page, by its relative address; null: the product's own sign. */
  readonly logo: string | null
  /** `#rrggbb`, of which buttons, links and focus get their colour; null: the product's own blue. */
  readonly accent: string | null
}

export const THEMES = ['system', 'light', 'dark'] as const
export const DENSITIES = ['list', 'cards', 'compact'] as const
export const GROUPINGS = ['group', 'availability', 'department', 'location'] as const
export const SORTINGS = ['name', 'availability', 'recent'] as const
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'ja', 'ar'] as const

export type Defaults = {
  readonly theme: (typeof THEMES)[number]
  readonly density: (typeof DENSITIES)[number]
  readonly grouping: (typeof GROUPINGS)[number]
  readonly sorting: (typeof SORTINGS)[number]
  /** Null: the browser's own. */
  readonly language: (typeof LANGUAGES)[number] | null
}

export const FEATURES = [
  'search',
  'manageList',
  'privacy',
  'notifications',
  'wallboard',
  'lastActive',
] as const

/** What the board may offer, as far as the server does; false takes it off the screen. */
export type Features = Readonly<Record<(typeof FEATURES)[number], boolean>>

export type ModernConfiguration = {
  readonly clientId: string
  /** The provider's address, below which its metadata lies; null: found from the challenge's authorization_uri. */
  readonly authority: string | null
  /** `{origin}` stands for the origin of the server that the token is for. */
  readonly scope: string
}

/** What is wrong with the configuration, a sentence for each mistake, for the administrator. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
  readonly mistakes: readonly string[]

  constructor(...mistakes: readonly [string, ...string[]]) {
    super(mistakes.join(' '))
    this.mistakes = mistakes
  }
}

// The patterns are those of config.schema.json too, where none may have flags.
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?'
const DOMAIN = new RegExp(`^(?=.{1,253}$)${LABEL}(?:\\.${LABEL})*$`)
const BYTE = '(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])'
/** Not only of digits at its end, or it would be a number that is no address. */
const NAME = `(?:${LABEL}\\.)*[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])?`
const LOOPBACK = `(?:localhost|127(?:\\.${BYTE}){3}|\\[::1\\])`
const PORT = '(?::(?:6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5][0-9]{4}|[1-9][0-9]{0,3}))'
const PATH = '(?:[/?#][^ ]*)'
const SECURE_ADDRESS = new RegExp(
  `^(?:https://(?:${NAME}|${BYTE}(?:\\.${BYTE}){3}|\\[::1\\])|http://${LOOPBACK})${PORT}?${PATH}?$`,
)
const COLOUR = /^#[0-9A-Fa-f]{6}$/
const SEGMENT = '[A-Za-z0-9_-][A-Za-z0-9._-]*'
const STATES_FILE = new RegExp(`^(?:\\./)?(?:${SEGMENT}/)*${SEGMENT}\\.xml$|${SECURE_ADDRESS.source}`)
const PICTURE = new RegExp(`^(?:\\./)?(?:${SEGMENT}/)*${SEGMENT}\\.(?:svg|png|webp|jpg)$`)

const text = v.string('text')
const filled = v.pipe(text, v.nonEmpty('text that is not empty'))
const matching = (pattern: RegExp, expected: string) => v.pipe(v.string(expected), v.regex(pattern, expected))
const oneOf = <const Options extends readonly string[]>(options: Options) =>
  v.picklist(options, `one of ${options.map((option) => `"${option}"`).join(', ')}`)
const domain = matching(DOMAIN, 'a domain')
const strict = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(
    v.unknown(),
    v.check((one) => !Array.isArray(one), 'an object'),
    v.strictObject(entries, 'an object'),
  )
const absent = <const Schema extends v.GenericSchema>(schema: Schema) => v.optional(v.nullable(schema), null)
const isOn = v.optional(v.boolean('true or false'), true)

/** `offline_access` asks for a refresh token: without one, the person is asked again whenever a token ends. */
const USUAL_SCOPE = 'openid offline_access'

const secureAddress = v.pipe(
  matching(SECURE_ADDRESS, 'an https address'),
  v.check((address) => URL.canParse(address), 'an https address'), // no pattern can tell whether `xn--…` means anything
)
const grants = v.pipe(v.array(oneOf(GRANTS), 'a list of grants'), v.minLength(1, 'at least one grant'))

// A name that is misspelt must not pass for one that is left out, so nothing unknown is let through.
const user = strict({ username: filled, password: text, name: filled })
const fields = strict({
  /** For editors, which check the file while it is written. */
  $schema: v.optional(text),
  autodiscover: v.optional(
    strict({
      url: absent(secureAddress),
      domain: absent(domain),
    }),
    {},
  ),
  signIn: v.optional(
    v.pipe(
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
      v.forward(v.partialCheck([['grants'], ['modern']], canSignIn, 'a way in that needs no registration'), [
        'grants',
      ]),
    ),
    {},
  ),
  transport: v.optional(oneOf(['auto', 'cors', 'xframe']), 'auto'),
  trustedDomains: v.optional(v.array(domain, 'a list of domains'), []),
  company: absent(filled),
  customStatesUrl: absent(
    v.pipe(
      matching(STATES_FILE, 'an .xml file beside the page, or an https address'),
      v.check((address) => URL.canParse(address, 'https://beside'), 'an https address'),
    ),
  ),
  branding: v.optional(
    strict({
      name: absent(filled),
      logo: absent(matching(PICTURE, 'a picture beside the page')),
      accent: absent(matching(COLOUR, 'a colour')),
    }),
    {},
  ),
  defaults: v.optional(
    strict({
      theme: v.optional(oneOf(THEMES), 'system'),
      density: v.optional(oneOf(DENSITIES), 'list'),
      grouping: v.optional(oneOf(GROUPINGS), 'group'),
      sorting: v.optional(oneOf(SORTINGS), 'name'),
      language: absent(oneOf(LANGUAGES)),
    }),
    {},
  ),
  features: v.optional(
    strict({
      search: isOn,
      manageList: isOn,
      privacy: isOn,
      notifications: isOn,
      wallboard: isOn,
      lastActive: isOn,
    }),
    {},
  ),
  sandbox: absent(strict({ users: v.array(user, 'a list of people') })),
})
const wire = v.pipe(
  fields,
  v.forward(
    v.partialCheck(
      [['customStatesUrl'], ['trustedDomains']],
      isStatesFileTrusted,
      'an address of one of trustedDomains',
    ),
    ['customStatesUrl'],
  ),
)

/** The provider of modern authentication knows this page by its registration alone. */
function canSignIn(ways: Pick<Configuration['signIn'], 'grants' | 'modern'>): boolean {
  return ways.modern !== null || ways.grants.some((grant) => grant !== 'modern')
}

/** Of this machine, the page says for itself whether it may be read: that depends on where the page lies. */
function isStatesFileTrusted({
  customStatesUrl: url,
  trustedDomains,
}: Pick<Configuration, 'customStatesUrl' | 'trustedDomains'>): boolean {
  if (url === null || !URL.canParse(url)) return true // none, or beside the page
  const { hostname } = new URL(url)
  return isLoopback(hostname) || trustedDomains.some((one) => isBelow(hostname, one.toLowerCase()))
}

/**
 * Reads `config.json`. What is left out is null, or as the field's own words above say. Throws `ConfigurationError`,
 * which names for each mistake the field, what was expected, what was found and the remedy.
 */
export function parseConfiguration(json: unknown): Configuration {
  const parsed = v.safeParse(wire, json)
  if (!parsed.success) {
    const [first, ...others] = mistakesOf(parsed.issues, fieldNames())
    throw new ConfigurationError(first.sentence, ...others.map(({ sentence }) => sentence))
  }
  const { $schema: _, ...configuration } = parsed.output
  return configuration
}

/** All that is wrong with a configuration, in the order of its fields; none: it is right. */
export function mistakesIn(json: unknown): readonly Mistake[] {
  const parsed = v.safeParse(wire, json)
  return parsed.success ? [] : mistakesOf(parsed.issues, fieldNames())
}

/** Read off a configuration in which everything is filled in that has fields of its own. */
function fieldNames(): readonly string[] {
  const whole = v.parse(wire, {
    signIn: { modern: { clientId: 'any' } },
    sandbox: { users: [{ username: 'any', password: 'any', name: 'any' }] },
  })
  const names: string[] = []
  JSON.stringify(whole, (name, value: unknown) => {
    if (/^[a-z]/.test(name)) names.push(name)
    return value
  })
  return names
}
