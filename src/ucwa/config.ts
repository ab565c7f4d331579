/** What the administrator has decided, from `config.json` beside the page. */
export type Configuration = {
  readonly autodiscover: {
    /** Where discovery starts; null: at lyncdiscoverinternal and lyncdiscover of the sign-in address's domain. */
    readonly url: string | null
    /** The domain to ask instead of the sign-in address's; null: that one. */
    readonly domain: string | null
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
