import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import type { FocusEvent } from 'react'
import { useStore } from 'zustand'
import type { AlertWhen } from '../../session/alerts.ts'
import type { Telling as Told } from '../../session/alerts-book.ts'
import { Portrait } from '../contact/portrait.tsx'
import { useAnnounce } from '../parts/announcer.tsx'
import { giveFocusBack } from '../parts/give-focus-back.ts'
import { signOf } from '../parts/sign.ts'
import { callHref, chatHref } from '../person/numbers.ts'
import { useListed } from '../person/use-listed.ts'
import { useServices } from '../services.ts'
import { useTodayMs } from '../today.ts'
import { useWords } from '../words/words.ts'
import type { Words } from '../words/words.ts'
import { newestUnsaid } from './unsaid.ts'
import './watching.css'

/** Long enough to be read twice; in seconds that the page was in sight. (Our choice.) */
const IN_SIGHT_SECONDS = 15

/** Tells of whom one watches: on the page, to those who listen, and beyond the page where this tab is the one to. */
export function Telling() {
  const words = useWords()
  const { alertsStore, rangOut } = useServices()
  const toRing = useStore(alertsStore, (view) => view.toRing)
  const toasts = useStore(alertsStore, (view) => view.toasts)
  const announce = useAnnounce()
  useEffect(() => {
    for (const telling of toRing) {
      rangOut(telling, { title: sentenceOf(words, telling), body: askedOf(words, telling, telling.atMs) })
    }
  }, [toRing, words, rangOut])
  const said = useRef<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const newest = newestUnsaid(toasts, said.current)
    said.current = new Set(toasts.map(({ id }) => id))
    if (newest !== null) announce(sentenceOf(words, newest))
  }, [toasts, words, announce])
  const cameFrom = useRef<HTMLElement | null>(null)
  const section = useRef<HTMLElement>(null)
  const noteWhence = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof HTMLElement && section.current?.contains(relatedTarget) === false)
      cameFrom.current = relatedTarget
  }
  const leave = useCallback((toast: HTMLElement) => {
    // Whoever came from nowhere by a key has to go on from somewhere; a mouse is where it is.
    giveFocusBack(cameFrom.current ?? (toast.querySelector(':focus-visible') === null ? null : toast))
    cameFrom.current = null
  }, [])
  if (toasts.length === 0) return null
  return (
    <section ref={section} className="toasts" aria-label={words.watching.alerts}>
      {toasts.map((telling) => (
        <Toast key={telling.id} telling={telling} onFocus={noteWhence} onGoWithFocus={leave} />
      ))}
    </section>
  )
}

function sentenceOf({ watching }: Words, { change }: Told): string {
  const { availability, activity } = change.presence
  return watching.sentence(change.alert.name, watching.became(signOf(availability, activity), activity))
}

const askedOf = ({ watching, moments }: Words, { change, atMs }: Told, todayMs: number): string => {
  const moment = moments.at(atMs, todayMs)
  return change.isOver ? watching.askedOnce(moment) : watching.asked(moment)
}

/**
 * Goes by itself after a while, but not while somebody is at it, by pointer or by key. What it said stays among the recent changes.
 *
 * @param onGoWithFocus - when it is about to go, for whatever reason, and has the focus
 */
function Toast({
  telling,
  onFocus,
  onGoWithFocus,
}: {
  telling: Told
  onFocus: (event: FocusEvent) => void
  onGoWithFocus: (toast: HTMLElement) => void
}) {
  const words = useWords()
  const { watching, person } = words
  const { nowStore, putAwayToast, watchPerson } = useServices()
  const { alert, presence, isOver } = telling.change
  const todayMs = useTodayMs()
  const { contact } = useListed(alert.who)
  const toast = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const here = toast.current
    return () => {
      if (here?.matches(':focus-within') === true) onGoWithFocus(here)
    }
  }, [onGoWithFocus])
  useEffect(() => {
    let seconds = 0 // the store's own tick, which stands still while the page is out of sight
    return nowStore.subscribe(() => {
      if (toast.current?.matches(':hover, :focus-within') === true) return
      seconds += 1
      if (seconds >= IN_SIGHT_SECONDS) putAwayToast(telling)
    })
  }, [nowStore, putAwayToast, telling])
  const dismiss = (): void => putAwayToast(telling)
  return (
    <div ref={toast} className="toast" onFocus={onFocus}>
      <Portrait
        of={contact ?? NO_LINKS}
        rel="contactPhoto"
        name={alert.name}
        colourBy={alert.who}
        size={40}
        sign={signOf(presence.availability, presence.activity)}
      />
      <div className="toast-words">
        <p className="toast-title">{sentenceOf(words, telling)}</p>
        <p className="toast-asked">{askedOf(words, telling, todayMs)}</p>
        <div className="toast-buttons">
          <a className="toast-button" href={chatHref(alert.who)} onClick={dismiss}>
            {person.chat}
          </a>
          {contact !== null && (
            <a className="toast-button" href={callHref(contact)} onClick={dismiss}>
              {person.call}
            </a>
          )}
          {isOver && (
            <button
              type="button"
              className="toast-button toast-keep"
              onClick={() => {
                watchPerson({ ...alert, when: EACH_TIME[alert.when] })
                dismiss()
              }}
            >
              {watching.keepWatching}
            </button>
          )}
        </div>
      </div>
      <button
        type="button"
        className="toast-dismiss"
        aria-label={watching.dismiss(alert.name)}
        onClick={dismiss}
      >
        <DismissRegular fontSize={20} aria-hidden="true" />
      </button>
    </div>
  )
}

const EACH_TIME: Readonly<Record<AlertWhen, AlertWhen>> = {
  availableOnce: 'available',
  available: 'available',
  changeOnce: 'change',
  change: 'change',
}

const NO_LINKS = { links: new Map() }
