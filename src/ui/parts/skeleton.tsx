import './skeleton.css'

/** Where a word will be. It has the height of the line it stands for, so that nothing moves when the word comes. */
export function Skeleton({ widthPx, isSmall = false }: { widthPx: number; isSmall?: boolean }) {
  return <span className={isSmall ? 'skeleton skeleton-small' : 'skeleton'} style={{ inlineSize: widthPx }} />
}
