import type { Page } from '@playwright/test'
import { stripVTControlCharacters } from 'node:util'

/** How much of a text may lie outside of what shows it, in CSS px: fonts draw a little beyond their lines. (Our choice.) */
const SLACK_PX = 2

/** Of `overflow`. */
const CUTS = ['hidden', 'clip']
const SCROLLS = ['auto', 'scroll']

/**
 * What does not fit: the page or a part of it that scrolls sideways, and texts that are cut though nothing says so. An
 * ellipsis says so, and so does a limit of lines. `sideways` is what may scroll, by its accessible name.
 */
export const misfitsOn = (page: Page, sideways: readonly string[]): Promise<readonly string[]> =>
  page.evaluate(
    ({ sideways: mayScroll, slackPx, cuts, scrolls }) => {
      const found = new Set<string>()

      const root = document.documentElement
      const widerPx = root.scrollWidth - root.clientWidth
      if (widerPx > 0) found.add(`the page scrolls sideways by ${widerPx} px`)
      for (const element of document.querySelectorAll('*')) {
        const beyondPx = element.scrollWidth - element.clientWidth
        if (beyondPx <= 1 || element.clientWidth === 0) continue
        if (!scrolls.includes(getComputedStyle(element).overflowX)) continue
        if (mayScroll.includes(element.getAttribute('aria-label') ?? '')) continue
        found.add(`<${element.tagName} class="${element.className}"> scrolls sideways by ${beyondPx} px`)
      }

      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
        const text = node.textContent?.trim() ?? ''
        const parent = node.parentElement
        const isSeen = parent?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) === true
        if (text === '' || !isSeen) continue
        const range = document.createRange()
        range.selectNodeContents(node)
        const { left, right, top, bottom, width } = range.getBoundingClientRect()
        if (width === 0) continue
        for (let box: HTMLElement | null = parent; box !== null; box = box.parentElement) {
          const style = getComputedStyle(box)
          const around = box.getBoundingClientRect()
          if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') break // it is meant, and says so
          if (around.width <= 1 || around.height <= 1 || style.clipPath !== 'none') break // heard, not seen
          if (scrolls.includes(style.overflowX) || scrolls.includes(style.overflowY)) break // there is a way to the rest
          const isCutAside = left < around.left - slackPx || right > around.right + slackPx
          const isCutAbove = top < around.top - slackPx || bottom > around.bottom + slackPx
          if (
            (isCutAside && cuts.includes(style.overflowX)) ||
            (isCutAbove && cuts.includes(style.overflowY))
          ) {
            found.add(`“${text.slice(0, 60)}” is cut by <${box.tagName} class="${box.className}">`)
            break
          }
        }
      }
      return Array.from(found)
    },
    { sideways: Array.from(sideways), slackPx: SLACK_PX, cuts: CUTS, scrolls: SCROLLS },
  )

/** Of what Playwright says is wrong, without its colours. */
export const linesOf = (why: unknown): readonly string[] =>
  stripVTControlCharacters(why instanceof Error ? why.message : String(why)).split('\n')
