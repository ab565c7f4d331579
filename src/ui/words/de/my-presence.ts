import type { enMyPresence } from '../en/my-presence.ts'
import { createMoments } from '../moments.ts'
import { atTheMoment } from './grammar.ts'

const moments = createMoments('de-DE')

export const deMyPresence: typeof enMyPresence = {
  hint: {
    doNotDisturb: 'Ihre Arbeitsgruppe sieht „Beschäftigt“, nur dringende Unterbrechungen',
    away: 'Andere sehen „Abwesend“',
    offWork: 'Andere sehen „Abwesend“, nicht bei der Arbeit',
  },
  until: {
    short: (atMs, nowMs) => `bis ${moments.at(atMs, nowMs)}`,
    state: (state, atMs, nowMs) => `${state}, bis ${moments.at(atMs, nowMs)}`,
    of: (state) => `${state} bis`,
    open: (state) => `${state} bis zu einer Uhrzeit`,
    minutes: (count) => `${moments.number(count)} Minuten`,
    hours: (count) => (count === 1 ? '1 Stunde' : `${moments.number(count)} Stunden`),
    endOfDay: 'Ende meines Tages',
    iChangeIt: 'Bis ich es ändere',
    chooseTime: 'Uhrzeit wählen',
    time: 'Uhrzeit',
    set: 'Übernehmen',
    past: 'Diese Zeit ist vorbei: Wählen Sie eine spätere.',
    hint: 'Diese Seite setzt es dann zurück, wenn sie noch offen ist.',
    hintBusy:
      'Diese Seite setzt es dann zurück, wenn sie noch offen ist. Der Server verwirft es von selbst nach einem Tag.',
  },
  late: {
    presence: (state, atMs, nowMs) =>
      `„${state}“ sollte ${atTheMoment(atMs, nowMs)} enden, aber diese Seite war da geschlossen oder nicht verbunden. Jetzt ist es zurückgesetzt.`,
    note: (atMs, nowMs) =>
      `Ihre Notiz sollte ${atTheMoment(atMs, nowMs)} gelöscht werden, aber diese Seite war da geschlossen oder nicht verbunden. Jetzt ist sie gelöscht.`,
    dismiss: 'Verwerfen',
  },
  elsewhere: (atMs, nowMs) =>
    atMs === null
      ? 'Auf einem anderen Gerät gesetzt'
      : `Auf einem anderen Gerät gesetzt, ${moments.at(atMs, nowMs)}`,
  onlyWatch: 'Nur zusehen',
  onlyWatchHint: 'Andere sehen, von hier nichts veröffentlichen',

  note: {
    outOfOffice:
      'Andere sehen Ihre Abwesenheitsnotiz, solange sie in Exchange eingeschaltet ist. Danach folgt wieder Ihre eigene Notiz.',
    clearIt: 'Löschen',
    never: 'Nie',
    inOneHour: 'In 1 Stunde',
    at: (atMs, nowMs) => {
      const text = moments.at(atMs, nowMs)
      return text.includes(' ') ? text : `Heute, ${text}`
    },
    choose: 'Wählen',
    clearAt: 'Löschen um',
    clearHint: 'Diese Seite löscht sie, wenn sie noch offen ist.',
    endBothHint: 'Diese Seite löscht sie und setzt Ihre Verfügbarkeit zurück, wenn sie noch offen ist.',
    endBothHintBusy:
      'Diese Seite löscht sie und setzt Ihre Verfügbarkeit zurück, wenn sie noch offen ist. Die Verfügbarkeit verwirft der Server von selbst nach einem Tag.',
    clears: (atMs, nowMs) => `wird gelöscht: ${moments.at(atMs, nowMs)}`,
    published: (atMs, nowMs) => `veröffentlicht: ${moments.at(atMs, nowMs)}`,
    recent: 'Zuvor verwendet, in diesem Browser',
    use: (text) => `„${text}“ verwenden`,
    forget: (text) => `„${text}“ vergessen`,
    forgetAll: 'Alle vergessen',
  },

  location: {
    title: 'Ort',
    edit: 'Ihr Ort, für alle, die ihn sehen dürfen',
    set: 'Ort angeben',
    change: (location) => `Ort ändern: ${location}`,
    none: 'Kein Ort',
    reset: 'Zurücksetzen',
    resetHint: 'Danach ist es der des Geräts, das Sie am meisten benutzen.',
    tooLong: (length) => `Höchstens 60 Zeichen, jetzt ${moments.number(length)}.`,
    refused: 'Der Server hat diesen Ort nicht angenommen.',
    notTaken: 'Der Server hat Ihren Ort angenommen, zeigt ihn aber nicht.',
    lost: 'Über Ihren Ort war vom Server nichts zu hören.',
    published: 'Ihr Ort ist veröffentlicht.',
    cleared: 'Ihr Ort ist zurückgesetzt.',
  },

  custom: {
    heading: (company) =>
      company === null
        ? 'Von Ihrem Unternehmen · setzt Verfügbarkeit und Notiz'
        : `Von ${company} · setzt Verfügbarkeit und Notiz`,
    hint: (state) => `Andere sehen „${state}“ und Ihre Notiz`,
    mistaken: 'Die Status Ihres Unternehmens können nicht gezeigt werden: Ihre Datei hat einen Fehler.',
    unreachable: 'Die Status Ihres Unternehmens konnten nicht geladen werden.',
  },

  because: new Map([
    ['CallbackChannelError', 'Sein Ereigniskanal ist nicht zu erreichen.'],
    [
      'InvalidExchangeServerVersion',
      'Ihr Postfach ist auf eine Version von Exchange umgezogen, die das nicht unterstützt.',
    ],
    ['AlreadyExists', 'Er sagt, dass es das schon gibt.'],
    ['TooManyGroups', 'Er sagt, dass es zu viele Gruppen sind.'],
    ['CannotRedirect', 'Ihr Pool ist außer Betrieb, und kein anderer vertritt ihn.'],
    ['None', 'Er bietet das nicht an.'],
  ]),
  failedToRead: (why) =>
    why === null ? 'Der Server hat nicht geantwortet.' : `Der Server hat das nicht mitgeteilt. ${why}`,
}
