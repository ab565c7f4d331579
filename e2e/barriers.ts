import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds against WCAG 2.2 AA and good practice, a line each. */
export async function barriersOn(page: Page): Promise<readonly string[]> {
  await settles(page) // or it measures the contrast of what is only coming up
  const { violations } = await new AxeBuilder({ page })
    // Fluent keeps the focus inside of menus and dialogs with stops that hand it on, hidden as nobody ever rests on them.
    .exclude('[data-tabster-dummy]')
    .exclude('iframe') // the server's own page for the hidden frame
    .options({
      rules: {
        'target-size': { enabled: true },
        region: { enabled: false }, // a menu lies over the landmarks, and in none of them
      },
      resultTypes: ['violations'],
    })
    .analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, any }) => {
      const [why] = any
      return `${id}: ${help}: ${html.slice(0, 200)}${why === undefined ? '' : ` (${why.message})`}`
    }),
  )
}

/** Until all has the colours that it ends in: a transition, however short, takes a frame or two. What turns goes on. */
export const settles = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(resolve))
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map(({ finished }) => finished))
    await new Promise((resolve) => requestAnimationFrame(resolve))
  })
