import type { ButtonHTMLAttributes } from 'react'
import './text-button.css'

/** An action as a word, inside a message. */
export function TextButton(props: ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type="button" {...props} className="text-button" />
}
