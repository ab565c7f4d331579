import { createContext, useContext } from 'react'
import type { Branding } from '../ucwa/config.ts'
import { useWords } from './words/words.ts'

const UNBRANDED: Branding = { name: null, logo: null, accent: null }

/** Its own context, since the page has a name before there is anything to serve it. */
const BrandingContext = createContext<Branding>(UNBRANDED)

export const BrandingProvider = BrandingContext.Provider

export const useBranding = (): Branding => useContext(BrandingContext)

/** What the board is called here. */
export function useProductName(): string {
  const { product } = useWords()
  return useBranding().name ?? product
}
