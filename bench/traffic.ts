import type { BrowserContext, Request } from '@playwright/test'

/**
 * Tells each request of the page as it leaves and as it ends, with its number, for whoever looks for a cause. No tokens:
 * neither headers nor bodies are told.
 */
export function tellTraffic(context: BrowserContext, tell: (line: string) => void): void {
  const numbers = new Map<Request, number>()
  let count = 0
  const say = (request: Request, what: string): void => {
    const number = numbers.get(request)
    if (number !== undefined) tell(`${new Date().toISOString()} #${number} ${what}`)
  }
  context.on('request', (request) => {
    if (request.resourceType() === 'image') return // photos
    count += 1
    numbers.set(request, count)
    const parts = request.postData()?.match(/^GET /gm)?.length ?? 0
    const { pathname, search, port } = new URL(request.url())
    say(request, `${request.method()} :${port}${pathname}${search}${parts > 0 ? ` of ${parts}` : ''}`)
  })
  context.on('response', (response) => say(response.request(), String(response.status())))
  context.on('requestfinished', (request) => say(request, 'finished'))
  context.on('requestfailed', (request) =>
    say(request, `failed: ${request.failure()?.errorText ?? 'unknown'}`),
  )
}
