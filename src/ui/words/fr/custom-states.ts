import type { enCustomStates } from '../en/custom-states.ts'
import { counted } from './counted.ts'

export const frCustomStates: typeof enCustomStates = {
  title: 'Statuts propres à votre entreprise',
  reading: 'lecture en cours',
  read: (count) => counted(count, 'statut', 'statuts'),
  mistaken: (count) => counted(count, 'erreur', 'erreurs'),
  unread: 'impossible à charger',
  file: 'Fichier',
  states: 'Statuts',
  why: 'Raison',
  mistakes: 'Erreurs',
  hint: 'Aucun de ses statuts n’est proposé tant que tout n’est pas corrigé.',
  notTrusted: (origin) =>
    `${origin} n’est pas approuvé. Placez le fichier à côté de la page, ou ajoutez le domaine à trustedDomains dans config.json.`,
  mistake(one) {
    switch (one.kind) {
      case 'tooLarge':
        return `Le fichier compte ${one.characters} caractères ; 100 000 sont autorisés.`
      case 'notXml':
        return `Le fichier n’est pas un XML bien formé : ${one.detail}`
      case 'doctype':
        return 'Le fichier déclare un type de document. Retirez la ligne DOCTYPE.'
      case 'wrongRoot':
        return `L’élément extérieur est « ${one.found} » ; il doit être « customStates ».`
      case 'wrongNamespace':
        return `L’espace de noms ${one.found === null ? 'manque' : `est « ${one.found} »`} ; il doit être « http://schemas.microsoft.com/09/2009/communicator/customStates ».`
      case 'noStates':
        return 'Il ne contient aucun « customState ».'
      case 'tooManyStates':
        return `Il y a ${one.count} statuts ; quatre au plus sont autorisés.`
      case 'unknownElement':
        return `« ${one.found} » n’a pas sa place dans « ${one.inside} ».`
      case 'unknownAttribute':
        return `« ${one.found} » n’est pas un attribut de « ${one.of} ».`
      case 'strayText':
        return `Le texte « ${one.found} » n’a pas sa place dans « ${one.inside} ».`
      case 'noId':
        return `Le statut ${one.state} n’a pas d’ID. Donnez-lui un ID de 1 à 4.`
      case 'badId':
        return `Le statut ${one.state} a l’ID « ${one.found} » ; ce doit être 1, 2, 3 ou 4.`
      case 'sameId':
        return `Le statut ${one.state} a le même ID qu’un autre : « ${one.found} ».`
      case 'noAvailability':
        return `Le statut ${one.state} n’a pas de disponibilité. Donnez-lui « online », « busy » ou « do-not-disturb ».`
      case 'badAvailability':
        return `Le statut ${one.state} a la disponibilité « ${one.found} » ; ce doit être « online », « busy » ou « do-not-disturb ».`
      case 'noActivity':
        return `Le statut ${one.state} n’a pas d’élément « activity », donc aucun texte à afficher.`
      case 'noLcid':
        return `Un élément activity du statut ${one.state} n’a pas de LCID, le numéro de sa langue (1036 : français).`
      case 'badLcid':
        return `Un élément activity du statut ${one.state} a le LCID « ${one.found} » ; ce doit être un nombre (1036 : français).`
      case 'sameLcid':
        return `Le statut ${one.state} a deux éléments activity avec le LCID ${one.found}.`
      case 'emptyText':
        return `Un élément activity du statut ${one.state} n’a pas de texte (LCID ${one.lcid}).`
      case 'longText':
        return `Un élément activity du statut ${one.state} compte ${one.length} caractères (LCID ${one.lcid}) ; 64 sont autorisés.`
    }
  },
}
