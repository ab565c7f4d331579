/** A hidden frame in this page, with somebody else's page in it. */
export type Frame = {
  /** What messages from it name as their source. */
  readonly source: unknown
  /** Resolves when its page, or the browser's error in place of it, has loaded. */
  readonly loaded: Promise<void>
  /** The browser delivers it only if the frame's page is of that origin. */
  post(text: string, targetOrigin: string): void
  remove(): void
}

export type FrameMessage = { readonly source: unknown; readonly origin: string; readonly data: unknown }

export type FrameHost = {
  open(url: string): Frame
  /** Any message to this page, from whomever. Answers how to stop. */
  onMessage(listener: (message: FrameMessage) => void): () => void
}

export const createFrameHost = (page: Window): FrameHost => ({
  open: (url) => {
    // oxlint-disable-next-line react/iframe-missing-sandbox -- it reads JSX only; the attribute is set below
    const element = page.document.createElement('iframe')
    element.hidden = true
    element.title = ''
    element.ariaHidden = 'true'
    element.tabIndex = -1
    const loaded = new Promise<void>((resolve) => {
      element.addEventListener('load', () => resolve(), { once: true })
    })
    // Its page needs its scripts and its own origin, and nothing else of what a frame may do.
    element.setAttribute('sandbox', 'allow-scripts allow-same-origin')
    element.src = url
    page.document.body.append(element)
    return {
      source: element.contentWindow,
      loaded,
      post: (text, targetOrigin) => element.contentWindow?.postMessage(text, targetOrigin),
      remove: () => element.remove(),
    }
  },
  onMessage: (listener) => {
    const hear = ({ source, origin, data }: MessageEvent<unknown>) => listener({ source, origin, data })
    page.addEventListener('message', hear)
    return () => page.removeEventListener('message', hear)
  },
})
