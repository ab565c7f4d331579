import { expect, type Locator } from '@playwright/test'

import { barriersOn, settles } from '../barriers.ts'
import { linesOf, misfitsOn } from './flaws.ts'
import type { Pictures } from './pictures.ts'
import type { View } from './views.ts'
import type { Visitor } from './visitor.ts'

/** How a page can look, beside its language. */
const THEMES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'high contrast': { colorScheme: 'dark', forcedColors: 'active' },
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
  /** In which axe looks at it. */
  readonly themes: readonly Theme[]
  /** In which it is compared with its picture. */
  readonly pictured?: readonly Theme[]
}

const ALL = ['light', 'dark', 'high contrast'] as const

export const EVERY_FORM: readonly Form[] = [
  { window: REFLOWED, themes: [] },
  { window: PHONE, themes: ['light', 'dark'], pictured: ALL },
  { window: ZOOMED, themes: [] },
  { window: DESK, themes: ALL, pictured: ALL },
  { window: WALL, themes: [], pictured: ALL },
]

/** Colours are the same in every language, and words are not: where there is least room for them, and where most is said. */
export const FORMS_OF_WORDS: readonly Form[] = [
  { window: REFLOWED, themes: ['dark'] },
  { window: DESK, themes: ['light'] },
]

/**
 * Goes to the view, looks at it in each form, and leaves it: whether it fits, in every window; what axe finds, in each
 * theme named for that window; whether it looks as in its picture. What is wrong, a line each.
 */
export async function flawsOf(
  view: View,
  visitor: Visitor,
  forms: readonly Form[],
  pictures: Pictures | null = null,
): Promise<readonly string[]> {
  const { page, words } = visitor
  const flaws: string[] = []
  for (const [turn, { window, themes, pictured = [] }] of forms.entries()) {
    const at = `${view.name}, ${window.width} px`
    await page.setViewportSize(window)
    const absence = await comesUp(view, visitor, turn === 0 || view.isBrief === true)
    if (absence !== null) return [...flaws, `${at}: does not come up: ${absence}`]
    const misfits = await misfitsOn(page, [words.people.filters])
    flaws.push(...misfits.map((misfit) => `${at}: ${misfit}`))
    for (const theme of ALL) {
      const isPictured = pictures !== null && view.isPictured !== false && pictured.includes(theme)
      if (!isPictured && !themes.includes(theme)) continue
      await page.emulateMedia({ ...THEMES[theme], reducedMotion: 'reduce' })
      await settles(page)
      const barriers = themes.includes(theme) ? await barriersOn(page) : []
      flaws.push(...barriers.map((barrier) => `${at}, ${theme}: ${barrier}`))
      if (!isPictured) continue
      if (view.isPointedAt !== true) await page.mouse.move(0, 0)
      const part = window === PHONE ? null : (view.part?.(visitor).last() ?? null)
      const form = `${window.width} ${theme}`
      const differences = await pictures.differencesOf(page, { view: view.name, form, part })
      flaws.push(...differences.map((difference) => `${at}, ${theme}: ${difference}`))
    }
  }
  const presence = await isLeft(view, visitor)
  return presence === null ? flaws : [...flaws, `${view.name}: is not left: ${presence}`]
}

/** A menu may close when its window changes: then it is opened again. What lies behind something else is not there yet. */
const comesUp = (view: View, visitor: Visitor, isAnew: boolean): Promise<string | null> =>
  whyNot(async () => {
    const shown = view.shows(visitor).first()
    if (!isAnew && (await isOnTop(shown))) return
    await visitor.page.keyboard.press('Escape') // what it was opened from may be there still
    await view.open(visitor)
    await expect(shown).toBeVisible()
    await shown.click({ trial: true })
  })

const AT_ONCE_MS = 1500

const isOnTop = async (shown: Locator): Promise<boolean> =>
  (await shown.isVisible()) &&
  (await shown.click({ trial: true, timeout: AT_ONCE_MS }).then(
    () => true,
    () => false,
  ))

const isLeft = (view: View, visitor: Visitor): Promise<string | null> =>
  whyNot(async () => {
    if (view.leave !== undefined) return view.leave(visitor)
    const shown = view.shows(visitor).first()
    await expect(async () => {
      if (await shown.isVisible()) await visitor.page.keyboard.press('Escape')
      expect(await shown.isVisible()).toBe(false)
    }).toPass()
  })

/** One view that fails is one flaw: the others are looked at all the same. */
const whyNot = (act: () => Promise<void>): Promise<string | null> =>
  act().then(
    () => null,
    (why: unknown) => linesOf(why).filter(tellsMost).slice(0, 3).join(' '),
  )

const tellsMost = (line: string, at: number): boolean =>
  at === 0 || /waiting for [a-z]+\w*\(|intercepts/.test(line)
