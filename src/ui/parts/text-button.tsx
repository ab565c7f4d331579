import type { ComponentProps } from 'react'
import './text-button.css'

/** An action as a word, inside a message. */
export function TextButton(props: ComponentProps<'button'>) {
  return <button type="button" {...props} className="text-button" />
}
