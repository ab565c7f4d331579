import type { enMyPresence } from '../en/my-presence.ts'
import { createMoments } from '../moments.ts'
import { counted } from './counted.ts'
import { on, until } from './grammar.ts'

const moments = createMoments('fr-FR')

export const frMyPresence: typeof enMyPresence = {
  hint: {
    doNotDisturb: 'Votre groupe de travail voit « Occupé(e) », interruptions urgentes uniquement',
    away: 'Les autres voient « Absent(e) »',
    offWork: 'Les autres voient « Absent(e) », absent(e) du bureau',
  },
  until: {
    short: until,
    state: (state, atMs, nowMs) => `${state}, ${until(atMs, nowMs)}`,
    of: (state) => `${state} jusqu’à`,
    open: (state) => `${state} jusqu’à une certaine heure`,
    minutes: (count) => counted(count, 'minute', 'minutes'),
    hours: (count) => counted(count, 'heure', 'heures'),
    endOfDay: 'Fin de ma journée',
    iChangeIt: 'Jusqu’à ce que je change',
    chooseTime: 'Choisir une heure',
    time: 'Heure',
    set: 'Définir',
    past: 'Cette heure est passée : choisissez-en une plus tardive.',
    hint: 'Cette page le rétablira à ce moment, si elle est encore ouverte.',
    hintBusy:
      'Cette page le rétablira à ce moment, si elle est encore ouverte. Le serveur l’abandonne de lui-même après un jour.',
  },
  late: {
    presence: (state, atMs, nowMs) =>
      `« ${state} » devait se terminer ${on(atMs, nowMs)}, mais cette page était alors fermée ou non connectée. Le statut est maintenant rétabli.`,
    note: (atMs, nowMs) =>
      `Votre note devait être effacée ${on(atMs, nowMs)}, mais cette page était alors fermée ou non connectée. Elle est maintenant effacée.`,
    dismiss: 'Ignorer',
  },
  elsewhere: (atMs, nowMs) =>
    atMs === null ? 'Défini sur un autre appareil' : `Défini sur un autre appareil ${on(atMs, nowMs)}`,
  onlyWatch: 'Observer seulement',
  onlyWatchHint: 'Voir les autres, ne rien publier d’ici',

  note: {
    outOfOffice:
      'Les autres voient votre message d’absence tant qu’il est actif dans Exchange. Votre propre note revient ensuite.',
    clearIt: 'L’effacer',
    never: 'Jamais',
    inOneHour: 'Dans 1 heure',
    at: (atMs, nowMs) => {
      const text = moments.at(atMs, nowMs)
      return text.includes(' ') ? text : `Aujourd’hui, ${text}`
    },
    choose: 'Choisir',
    clearAt: 'Effacer à',
    clearHint: 'Cette page l’effacera, si elle est encore ouverte.',
    endBothHint: 'Cette page l’effacera et rétablira votre disponibilité, si elle est encore ouverte.',
    endBothHintBusy:
      'Cette page l’effacera et rétablira votre disponibilité, si elle est encore ouverte. Le serveur abandonne la disponibilité de lui-même après un jour.',
    clears: (atMs, nowMs) => `sera effacée ${on(atMs, nowMs)}`,
    published: (atMs, nowMs) => `publiée ${on(atMs, nowMs)}`,
    recent: 'Déjà utilisées, dans ce navigateur',
    use: (text) => `Utiliser « ${text} »`,
    forget: (text) => `Oublier « ${text} »`,
    forgetAll: 'Tout oublier',
  },

  location: {
    title: 'Emplacement',
    edit: 'Votre emplacement, pour tous ceux qui peuvent le voir',
    set: 'Définir un emplacement',
    change: (location) => `Changer d’emplacement : ${location}`,
    none: 'Aucun emplacement',
    reset: 'Rétablir',
    resetHint: 'Ce sera alors celui de l’appareil que vous utilisez le plus.',
    tooLong: (length) => `60 caractères au plus, ${moments.number(length)} pour l’instant.`,
    refused: 'Le serveur n’a pas accepté cet emplacement.',
    notTaken: 'Le serveur a pris votre emplacement, mais ne l’affiche pas.',
    lost: 'Le serveur n’a pas répondu pour votre emplacement.',
    published: 'Votre emplacement est publié.',
    cleared: 'Votre emplacement est rétabli.',
  },

  custom: {
    heading: (company) =>
      company === null
        ? 'De votre entreprise · définit la disponibilité et la note'
        : `Proposé par ${company} · définit la disponibilité et la note`,
    hint: (state) => `Les autres voient « ${state} » et votre note`,
    mistaken:
      'Les statuts propres à votre entreprise ne peuvent pas être affichés : leur fichier contient une erreur.',
    unreachable: 'Les statuts propres à votre entreprise n’ont pas pu être chargés.',
  },

  because: new Map([
    ['CallbackChannelError', 'Son canal d’événements est injoignable.'],
    [
      'InvalidExchangeServerVersion',
      'Votre boîte aux lettres est passée à une version d’Exchange qui ne prend pas cela en charge.',
    ],
    ['AlreadyExists', 'Il indique que cela existe déjà.'],
    ['TooManyGroups', 'Il indique qu’il y a trop de groupes.'],
    ['CannotRedirect', 'Votre pool est en panne, et aucun autre ne le remplace.'],
    ['None', 'Il ne le propose pas.'],
  ]),
  failedToRead: (why) =>
    why === null ? 'Le serveur n’a pas répondu.' : `Le serveur ne l’a pas communiqué. ${why}`,
}
