import type { enWall } from '../en/wall.ts'
import { createMoments } from '../moments.ts'

const moments = createMoments('de-DE')

export const deWall: typeof enWall = {
  title: 'Wandanzeige',
  open: 'Wandanzeige',
  openHint: 'Groß, für einen Bildschirm an der Wand',
  region: 'Wandanzeige',
  page: (page, pages) => `${moments.number(page)} von ${moments.number(pages)}`,
  notesHidden: 'Notizen ausgeblendet',
  availableOf: (available, all) => `${moments.number(available)} von ${moments.number(all)}`,
  people: 'Personen',
  reading: 'Kontakte werden gelesen',
  nobody: 'Auf dieser Wandanzeige ist niemand.',
  signingInAgain:
    'Die Anmeldung ist abgelaufen. Dieser Bildschirm versucht es jede Minute erneut; zum Anmelden von Hand Esc drücken.',
  tryingAgain: 'Dieser Bildschirm versucht es jede Minute erneut.',
  bySign: 'Zum Verlassen Esc drücken.',
  notSignedIn: 'Diese Wandanzeige ist nicht angemeldet',
  notSignedInHint: 'Melden Sie sich hier an, dann hängt sie wieder. Sie sieht nur zu.',

  choose: {
    hint: 'Sie sieht nur zu: Solange sie offen ist, gelten Sie durch diese Seite für niemanden als anwesend. Esc verlässt sie.',
    groups: 'Gruppen',
    groupsHint: 'Keine gewählt: alle auf Ihrer Liste.',
    groupsHintBut: 'Keine gewählt: alle auf Ihrer Liste, außer wer nur in Verteilergruppen ist.',
    people: 'Weitere Personen',
    find: 'Jemanden auf Ihrer Liste finden',
    heading: 'Titel',
    notes: 'Notizen zeigen',
    dark: 'Dunkel',
    light: 'Hell',
    system: 'Wie das System',
    theme: 'Farben',
    open: 'Öffnen',
    copy: 'Adresse kopieren',
    copied: 'Kopiert',
    bookmark:
      'Die Adresse öffnet genau diese Wandanzeige: als Lesezeichen oder als Startseite des Bildschirms aufheben.',
    cancel: 'Abbrechen',
  },
}
