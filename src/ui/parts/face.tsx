import { Avatar } from '@fluentui/react-components'
import type { AvatarProps, PresenceBadgeProps } from '@fluentui/react-components'
import { initialsOf } from './initials.ts'
import { weightOf } from './sign.ts'
import type { Sign } from './sign.ts'
import { StateSign } from './state-sign.tsx'
import type { SignLook } from './state-sign.tsx'
import './face.css'

/** The badge's own names, which it wants for its size and place; what it shows is our sign. */
const STATUS_OF: Readonly<Record<Sign, NonNullable<PresenceBadgeProps['status']>>> = {
  available: 'available',
  availableIdle: 'available',
  busy: 'busy',
  busyIdle: 'busy',
  doNotDisturb: 'do-not-disturb',
  beRightBack: 'away',
  away: 'away',
  offline: 'offline',
  outOfOffice: 'out-of-office',
  unknown: 'unknown',
  blocked: 'blocked',
}
const BADGES = {
  28: { size: 'extra-small', px: 12 },
  40: { size: 'medium', px: 16 },
  48: { size: 'medium', px: 16 },
  64: { size: 'large', px: 20 },
  72: { size: 'large', px: 20 },
  96: { size: 'extra-large', px: 28 },
} as const

type FaceProps = {
  name: string
  /** Gives everybody the same colour in every session: a SIP URI. */
  colourBy: string
  /** What an image element can show; null: initials. */
  source: string | null
  size: AvatarProps['size'] & (28 | 40 | 48 | 64 | 72 | 96)
  /** Null while the state is not known yet: then no sign is drawn. */
  sign: Sign | null
  look?: SignLook
}

/** A photo or initials, with the state's sign in the corner. Hidden from assistive technology: the words say it. */
export function Face({ name, colourBy, source, size, sign, look = 'live' }: FaceProps) {
  const badge = BADGES[size]
  const isFaded = sign !== null && look === 'live' && weightOf(sign) === 'regular'
  const className = ['face', isFaded ? 'face-faded' : '', look === 'stale' ? 'face-stale' : ''].join(' ')
  return (
    <Avatar
      className={className}
      aria-hidden="true"
      role="presentation"
      size={size}
      color={look === 'stale' || sign === null ? 'neutral' : 'colorful'}
      idForColor={colourBy}
      initials={initialsOf(name)}
      {...(source === null ? {} : { image: { src: source, className: 'face-photo' } })}
      {...(sign === null
        ? {}
        : {
            badge: {
              status: STATUS_OF[sign],
              size: badge.size,
              className: 'face-badge',
              'aria-label': '',
              role: 'presentation',
              icon: { children: <StateSign sign={sign} size={badge.px} look={look} /> },
            },
          })}
    />
  )
}
