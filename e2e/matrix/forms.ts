import { expect } from '@playwright/test'

import { barriersOn, misfitsOn } from './flaws.ts'
import type { View } from './views.ts'
import type { Visitor } from './visitor.ts'

/** How a page can look, beside its language. */
const THEMES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'dark', forcedColors: 'active' },
} as const

type Theme = keyof typeof THEMES

type Size = { readonly width: number; readonly height: number }

// In CSS px.
/** What "Reflow" asks for. Source: WCAG 2.2, 1.4.10. */
const REFLOWED: Size = { width: 320, height: 640 }
export const PHONE: Size = { width: 360, height: 740 }
/** A window of 1280 by 900 at a zoom of 200 %. */
const ZOOMED: Size = { width: 640, height: 450 }
export const DESK: Size = { width: 1280, height: 900 }
const WALL: Size = { width: 2560, height: 1440 }

/** What axe finds depends on the colours in one layout; in the others, on the layout alone. */
type Form = {
  readonly window: Size
  readonly themes: readonly Theme[]
}

export const EVERY_FORM: readonly Form[] = [
  { window: REFLOWED, themes: [] },
  { window: PHONE, themes: ['light', 'dark'] },
  { window: ZOOMED, themes: [] },
  { window: DESK, themes: ['light', 'dark', 'forced colours'] },
  { window: WALL, themes: [] },
]

/**
 * Goes to the view, looks at it in each form, and leaves it: whether it fits, in every window; what axe finds, in each
 * theme named for that window. What is wrong, a line each.
 */
export async function flawsOf(
  view: View,
  visitor: Visitor,
  forms: readonly Form[],
): Promise<readonly string[]> {
  const { page, words } = visitor
  const flaws: string[] = []
  for (const { window, themes } of forms) {
    const at = `${view.name}, ${window.width} px`
    await page.setViewportSize(window)
    if (!(await comesUp(view, visitor))) return [...flaws, `${at}: does not come up`]
    const misfits = await misfitsOn(page, [words.people.filters])
    flaws.push(...misfits.map((misfit) => `${at}: ${misfit}`))
    for (const theme of themes) {
      await page.emulateMedia({ ...THEMES[theme], reducedMotion: 'reduce' })
      const barriers = await barriersOn(page)
      flaws.push(...barriers.map((barrier) => `${at}, ${theme}: ${barrier}`))
    }
  }
  return (await isLeft(view, visitor)) ? flaws : [...flaws, `${view.name}: is not left`]
}

/** A menu may close when its window changes: then it is opened again. */
const comesUp = (view: View, visitor: Visitor): Promise<boolean> =>
  holds(async () => {
    const shown = view.shows(visitor).first()
    if (await shown.isVisible()) return
    await visitor.page.keyboard.press('Escape') // what it was opened from may be there still
    await view.open(visitor)
    await expect(shown).toBeVisible()
  })

const isLeft = (view: View, visitor: Visitor): Promise<boolean> =>
  holds(async () => {
    if (view.leave !== undefined) return view.leave(visitor)
    const shown = view.shows(visitor).first()
    await expect(async () => {
      if (await shown.isVisible()) await visitor.page.keyboard.press('Escape')
      expect(await shown.isVisible()).toBe(false)
    }).toPass()
  })

/** One view that fails is one flaw: the others are looked at all the same. */
const holds = (act: () => Promise<void>): Promise<boolean> =>
  act().then(
    () => true,
    () => false,
  )
