/** Photos as a directory keeps them: JPEG in Exchange's sizes, rendered when first asked for. */
import sharp from 'sharp'
import { drawPortrait, type Look } from './portrait.ts'

/** Pixels a side. Source: Exchange's HR sizes, which UCWA's `size` parameter names (`HR96X96`). */
const PHOTO_SIZES = [48, 64, 96, 120, 240, 360, 432, 504, 648] as const

/** So many photos are kept; at the usual size of rows that is some 10 MB. (Our choice.) */
const KEPT = 4096

export type Photos = {
  /** A square JPEG, of the largest kept size that is not above `size`, or of the smallest. */
  photo(look: Look, size: number): Promise<Uint8Array<ArrayBuffer>>
}

/** An empty cache. The same look and size are rendered once, also when asked for twice at the same time. */
export function createPhotos(): Photos {
  const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()
  return {
    photo(look, size) {
      const fitting = PHOTO_SIZES.findLast((kind) => kind <= size) ?? PHOTO_SIZES[0]
      const key = `${fitting} ${Object.values(look).join(' ')}`
      const known = kept.get(key)
      if (known !== undefined) return known
      const rendered = render(look, fitting)
      kept.set(key, rendered)
      // A failed one is tried again; who asked for it hears of the failure from the promise itself.
      rendered.catch(() => kept.delete(key))
      const oldest = kept.keys().next()
      if (kept.size > KEPT && oldest.done !== true) kept.delete(oldest.value)
      return rendered
    },
  }
}

async function render(look: Look, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const jpeg = await sharp(Buffer.from(drawPortrait(look, size)))
    .jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
    .toBuffer()
  return new Uint8Array(jpeg)
}
