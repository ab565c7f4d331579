import { useBranding, useProductName } from '../branding.ts'
import './brand.css'

/** The board's sign and name: the administrator's, or the product's own. */
export function Brand({ sizePx = 26 }: { sizePx?: number }) {
  const { logo } = useBranding()
  return (
    <p className="brand">
      {logo === null ? <OwnSign sizePx={sizePx} /> : <img src={logo} alt="" height={sizePx} />}
      {useProductName()}
    </p>
  )
}

function OwnSign({ sizePx }: { sizePx: number }) {
  return (
    <svg className="brand-sign" viewBox="0 0 24 24" width={sizePx} height={sizePx} aria-hidden="true">
      <rect width="24" height="24" rx="6" />
      <g>
        <circle cx="8.6" cy="8.6" r="2.8" opacity=".55" />
        <circle cx="15.4" cy="8.6" r="2.8" />
        <circle cx="8.6" cy="15.4" r="2.8" />
        <circle className="brand-ring" cx="15.4" cy="15.4" r="2.2" />
      </g>
    </svg>
  )
}
