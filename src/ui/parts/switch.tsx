import type { InputHTMLAttributes } from 'react'
import './switch.css'

/** On or off, in effect at once. The browser's own checkbox, drawn as a switch. */
export function Switch({ checked, ...props }: InputHTMLAttributes<HTMLInputElement> & { checked: boolean }) {
  return (
    <input
      type="checkbox"
      role="switch"
      checked={checked}
      aria-checked={checked}
      {...props}
      className="switch"
    />
  )
}
