import { createContext, useContext, useEffect, useRef } from 'react'
import { roleOf } from '../parts/sign.ts'
import type { Sign } from '../parts/sign.ts'
import { createTints } from './tints.ts'

const TINT_MS = 1200

const TintsContext = createContext(createTints())

/** Stands round a list, whose rows share what may move at once. */
export const TintsProvider = TintsContext.Provider

/** The ground of a row that has just changed: takes the colour of the state, and lets go of it. Mount anew per change. */
export function Tint({ sign }: { sign: Sign }) {
  const tints = useContext(TintsContext)
  const ground = useRef<HTMLSpanElement>(null)

  useEffect(() => {
    // The style sheet lets none be seen where less motion is wanted, nor in forced colours.
    if (ground.current?.checkVisibility() !== true) return undefined
    const over = tints.admit()
    if (over === null) return undefined
    const animation = ground.current.animate({ opacity: [1, 0] }, { duration: TINT_MS, easing: 'ease-out' })
    void animation.finished.then(over, over) // rejects when the row goes away meanwhile
    return () => animation.cancel()
  }, [tints])

  return <span ref={ground} className={`contact-row-tint role-${roleOf(sign)}`} />
}
