import { type Json } from '../wire/http.ts'
import { etagOf } from '../wire/etag.ts'
import { type Phone } from '../world/world-model.ts'
import { present, telOf, type View } from './represent-view.ts'

/**
 * Source: UCWA reference, "phone"; `MeDashboard.md`, "phones": what the directory has set "can only be modified by the
 * system administrator", and "the absence of the changeNumber link will indicate this". Assumed: `changeVisibility` is
 * absent with it, since sharing such a number is a 409 ("changeVisibility", errors).
 */
export function phoneResource({ application: { hrefs } }: View, phone: Phone): Json {
  const { type, isOfDirectory } = phone
  const own: Json = {
    includeInContactCard: phone.isShared,
    ...present({ number: telOf(phone.number) }),
    type,
  }
  return {
    ...own,
    _links: {
      self: { href: hrefs.phone(type) },
      ...(isOfDirectory
        ? {}
        : {
            changeNumber: { href: hrefs.changeNumber(type) },
            changeVisibility: { href: hrefs.changeVisibility(type) },
          }),
    },
    rel: 'phone',
    etag: etagOf(JSON.stringify(own)),
  }
}

/** Source: UCWA reference, "phones". Assumed: all four types, those without a number too, or none could be added. */
export const phonesResource = (view: View): Json => ({
  _links: { self: { href: view.application.hrefs.phones } },
  _embedded: {
    phone: view.world.phones(view.application.user.uri).map((phone) => phoneResource(view, phone)),
  },
  rel: 'phones',
})
