/** Null in place of this: no place, or none that the contact shows us. Source: UCWA reference, "contactLocation". */
export type ContactLocation = { readonly location: string }
