import { keyOf, toUri } from '../server/hrefs.ts'
import { PERSON, photoRoute, type ApplicationContext, type Route } from '../server/route.ts'
import { etagOf } from '../wire/etag.ts'
import { type Reply } from '../wire/http.ts'
import { badParameter, resourceNotFound } from '../wire/refusals.ts'

/** How long a browser may keep a photo. (Our choice; `MeDashboard.md` promises the header, not the time.) */
const FRESH_MS = 60 * 60 * 1000

/** Documented: `HR{length}X{width}`, HR48X48 by default; "If a photo of that size is not present, a photo with a lower
 * resolution is returned" (`MeDashboard.md`). */
function sizeWanted({ ask }: ApplicationContext): number {
  const text = ask.url.searchParams.get('size') ?? 'HR48X48'
  const [, height] = /^HR(\d+)X(\d+)$/i.exec(text) ?? []
  if (height === undefined) throw badParameter('size', 'must look like HR48X48')
  return Number(height) // the photos keep Exchange's sizes, and give the next lower one
}

/**
 * One's own photo and a contact's are at one kind of address. Documented: JPEG, `ETag`, `Expires`; the token or the
 * cookie `cwt_ucwa` opens it (`MeDashboard.md`, "photo"; `GetMyPhoto.md`). Assumed: 404 for one who has none, or who
 * does not show it.
 */
async function photo(view: ApplicationContext): Promise<Reply> {
  const { world, user, param } = view
  const subject = world.person(toUri(param('person')))
  if (subject === null) throw resourceNotFound()
  const isOwn = keyOf(subject.uri) === keyOf(user.uri)
  const size = sizeWanted(view)
  const isShown = isOwn ? subject.hasPhoto : world.visiblePerson(subject.uri, user.uri).hasPhoto
  const image = isShown ? await world.photo(subject.uri, size) : null
  if (image === null) throw resourceNotFound()
  return {
    status: 200,
    headers: [
      ['Content-Type', 'image/jpeg'],
      ['Cache-Control', 'private'],
      ['Expires', new Date(Date.now() + FRESH_MS).toUTCString()],
      ['ETag', `"${etagOf(image)}"`],
    ],
    body: image,
  }
}

export const photoRoutes: readonly Route[] = [photoRoute(`photos/${PERSON}`, 'photo', photo)]
