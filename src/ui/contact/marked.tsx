import { createContext, useContext, useMemo } from 'react'
import { partsOf } from '../dashboard/marks.ts'
import './marked.css'

const SearchedContext = createContext('')

/** Stands round what a search has found, with what was typed. */
export const SearchedProvider = SearchedContext.Provider

/** Somebody's text, with the letters marked by which the search finds it. */
export function Marked({ text }: { text: string }) {
  const searched = useContext(SearchedContext)
  const parts = useMemo(() => partsOf(text, searched), [text, searched])
  return (
    <bdi>
      {parts.map((part, at) =>
        part.isMarked ? (
          <mark key={at} className="marked">
            {part.text}
          </mark>
        ) : (
          part.text
        ),
      )}
    </bdi>
  )
}
