/** The ways to prove who one is, in the order in which they are tried where the configuration has none of its own. */
export const GRANTS = ['windows', 'password', 'passive', 'modern'] as const

/**
 * `windows`, `password` and `passive` are an on-premises server's own, at its token service; `modern` is OAuth's
 * authorization code, at the provider that the challenge names. Source: "Authentication in UCWA".
 */
export type Grant = (typeof GRANTS)[number]

/** What the token service calls its grants. Source: "Authentication in UCWA". */
export const GRANT_TYPES = {
  windows: 'urn:microsoft.rtc:windows',
  password: 'password',
  passive: 'urn:microsoft.rtc:passive',
} as const

/** What may be tried, besides what the server offers. */
export type GrantChoice = {
  /** The configuration's order; a grant that is not in it is not used. */
  readonly order: readonly Grant[]
  /** What the person chose by a button of its own; null: nothing but what they typed. */
  readonly picked: Grant | null
  readonly hasPassword: boolean
  /** Integrated sign-in worked here before, or the configuration says so. */
  readonly mayTryWindows: boolean
  readonly canUseModern: boolean
}

/** Why a grant is tried, or why it is not. */
export type GrantReason =
  | 'picked'
  | 'typed'
  | 'inOrder'
  | 'notOffered'
  | 'notConfigured'
  | 'notAsked'
  | 'notTyped'

export type GrantsToTry = {
  readonly grants: readonly Grant[]
  /** Of each grant that there is; for the diagnostics. */
  readonly reasons: Readonly<Record<Grant, GrantReason>>
}

/**
 * Which of the offered grants to try, first to last. A button that was pressed is the only one that counts; a password
 * that was typed goes first; integrated sign-in unasked would bring up the browser's own dialog where it does not work.
 */
export function grantsToTry(offered: readonly Grant[], choice: GrantChoice): GrantsToTry {
  const { order, picked, hasPassword, mayTryWindows, canUseModern } = choice
  const reasonFor = (grant: Grant): GrantReason => {
    if (!order.includes(grant) || (grant === 'modern' && !canUseModern)) return 'notConfigured'
    if (!offered.includes(grant)) return 'notOffered'
    if (picked !== null) return grant === picked ? 'picked' : 'notAsked'
    if (grant === 'password') return hasPassword ? 'typed' : 'notTyped'
    if (grant === 'windows' && !mayTryWindows) return 'notAsked'
    return 'inOrder'
  }
  const reasons = {
    windows: reasonFor('windows'),
    password: reasonFor('password'),
    passive: reasonFor('passive'),
    modern: reasonFor('modern'),
  }
  const inOrder = order.filter((grant) => reasons[grant] === 'picked' || reasons[grant] === 'inOrder')
  return { grants: reasons.password === 'typed' ? ['password', ...inOrder] : inOrder, reasons }
}

/** Of what the token service offers, what we know. */
export const knownGrants = (types: readonly string[]): readonly Grant[] =>
  (['windows', 'password', 'passive'] as const).filter((grant) => types.includes(GRANT_TYPES[grant]))
