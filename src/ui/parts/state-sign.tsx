import { DRAWINGS, roleOf } from './sign.ts'
import type { Sign } from './sign.ts'
import './role.css'
import './state-sign.css'

export type SignLook = 'live' | 'stale' | 'pending'

/**
 * The shape of a state, `size` CSS px wide. Decorative: the word beside it, or the row's name, says the same.
 * Rings and glyphs are filled with `--ground`, which whoever lays a ground sets.
 */
export function StateSign({ sign, size, look = 'live' }: { sign: Sign; size: number; look?: SignLook }) {
  const role = look === 'stale' ? 'neutral' : roleOf(sign)
  return (
    <svg
      className={`state-sign state-sign-${look} role-${role}`}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      <Drawn sign={sign} look={look} />
    </svg>
  )
}

function Drawn({ sign, look }: { sign: Sign; look: SignLook }) {
  const { base, glyph } = DRAWINGS[sign]
  if (look === 'pending') {
    return <circle className="state-sign-ring state-sign-turning" cx="8" cy="8" r="7" />
  }
  const isDisc = base === 'disc' && look === 'live'
  // A plain disc has no glyph to stay recognisable by once it is a ring, so it keeps a dot.
  const dot = base === 'disc' && glyph === null && !isDisc
  return (
    <>
      {isDisc ? (
        <circle className="state-sign-disc" cx="8" cy="8" r="8" />
      ) : (
        <circle
          className={base === 'dashedRing' ? 'state-sign-ring state-sign-dashed' : 'state-sign-ring'}
          cx="8"
          cy="8"
          r="7.15"
        />
      )}
      {dot && <circle className="state-sign-filled" cx="8" cy="8" r="3.4" />}
      {glyph !== null && (
        <path
          className={[
            glyph.width === null ? 'state-sign-filled' : 'state-sign-glyph',
            isDisc ? 'state-sign-on-disc' : '',
            glyph.mirrored ? 'state-sign-mirrored' : '',
          ].join(' ')}
          d={glyph.path}
          strokeWidth={glyph.width ?? undefined}
        />
      )}
    </>
  )
}
