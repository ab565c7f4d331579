/** Null in place of this: no note, or none that the contact shows us. Source: UCWA reference, "contactNote". */
export type ContactNote = {
  /** Never empty. Foreign text: shown as text, never as anything else. */
  readonly message: string
  readonly type: 'Personal' | 'OutOfOffice'
}
