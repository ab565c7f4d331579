/** TypeScript's own library does not know trusted types yet. @see https://www.w3.org/TR/trusted-types/ */
type TrustedTypes = {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string; createHTML: (text: string) => string },
  ): { createScriptURL(url: string): string; createHTML(text: string): string }
}

/** The few texts that may become more than text, under a policy that wants trusted types; as they are where there is none. */
export type TrustedTexts = {
  /** The address of the page's own worker, and of nothing else. */
  readonly workerUrl: string
  /** For the parser of XML alone, whose documents are inert: nothing in them runs, and they are put on no page. */
  xml(text: string): string
}

/** Made by the build; its list names every file of the page and nothing else. */
const WORKER = './worker.js'

/** The one policy of the page, by the name that docs/deployment.md lets in. Once a page: a second one is refused. */
export function createTrustedTexts({
  trustedTypes,
}: Window & { readonly trustedTypes?: TrustedTypes }): TrustedTexts {
  if (trustedTypes === undefined) return { workerUrl: WORKER, xml: (text) => text }
  const policy = trustedTypes.createPolicy('presence-board', {
    createScriptURL: (url) => url,
    createHTML: (text) => text,
  })
  return { workerUrl: policy.createScriptURL(WORKER), xml: (text) => policy.createHTML(text) }
}
