import type { enCustomStates } from '../en/custom-states.ts'

const number = new Intl.NumberFormat('de-DE')

export const deCustomStates: typeof enCustomStates = {
  title: 'Eigene Status Ihres Unternehmens',
  reading: 'wird gelesen',
  read: (count) => `${number.format(count)} Status`,
  mistaken: (count) => `${number.format(count)} Fehler`,
  unread: 'kann nicht geladen werden',
  file: 'Datei',
  states: 'Status',
  why: 'Warum',
  mistakes: 'Fehler',
  hint: 'Keiner ihrer Status wird angeboten, solange nicht alle richtig sind.',
  notTrusted: (origin) =>
    `${origin} ist nicht vertrauenswürdig. Legen Sie die Datei neben die Seite, oder tragen Sie die Domäne in config.json unter trustedDomains ein.`,
  mistake(one) {
    switch (one.kind) {
      case 'tooLarge':
        return `Die Datei hat ${one.characters} Zeichen; erlaubt sind 100.000.`
      case 'notXml':
        return `Die Datei ist kein wohlgeformtes XML: ${one.detail}`
      case 'doctype':
        return 'Die Datei erklärt einen Dokumenttyp. Nehmen Sie die Zeile mit DOCTYPE heraus.'
      case 'wrongRoot':
        return `Das äußerste Element ist „${one.found}“; es muss „customStates“ sein.`
      case 'wrongNamespace':
        return `Der Namensraum ${one.found === null ? 'fehlt' : `ist „${one.found}“`}; er muss „http://schemas.microsoft.com/09/2009/communicator/customStates“ sein.`
      case 'noStates':
        return 'Es ist kein „customState“ darin.'
      case 'tooManyStates':
        return `Es sind ${one.count} Status; höchstens vier sind erlaubt.`
      case 'unknownElement':
        return `„${one.found}“ hat in „${one.inside}“ keinen Platz.`
      case 'unknownAttribute':
        return `„${one.found}“ ist kein Attribut von „${one.of}“.`
      case 'strayText':
        return `Der Text „${one.found}“ hat in „${one.inside}“ keinen Platz.`
      case 'noId':
        return `Status ${one.state} hat keine ID. Geben Sie ihm eine von 1 bis 4.`
      case 'badId':
        return `Status ${one.state} hat die ID „${one.found}“; sie muss 1, 2, 3 oder 4 sein.`
      case 'sameId':
        return `Status ${one.state} hat die ID „${one.found}“ eines anderen.`
      case 'noAvailability':
        return `Status ${one.state} hat keine Verfügbarkeit. Geben Sie ihm „online“, „busy“ oder „do-not-disturb“.`
      case 'badAvailability':
        return `Status ${one.state} hat die Verfügbarkeit „${one.found}“; sie muss „online“, „busy“ oder „do-not-disturb“ sein.`
      case 'noActivity':
        return `Status ${one.state} hat keine „activity“, also keinen Text zum Anzeigen.`
      case 'noLcid':
        return `Einer activity von Status ${one.state} fehlt die LCID, die Nummer ihrer Sprache (1031: Deutsch).`
      case 'badLcid':
        return `Eine activity von Status ${one.state} hat die LCID „${one.found}“; sie muss eine Zahl sein (1031: Deutsch).`
      case 'sameLcid':
        return `Status ${one.state} hat zwei activities mit der LCID ${one.found}.`
      case 'emptyText':
        return `Eine activity von Status ${one.state} hat keinen Text (LCID ${one.lcid}).`
      case 'longText':
        return `Eine activity von Status ${one.state} hat ${one.length} Zeichen (LCID ${one.lcid}); erlaubt sind 64.`
    }
  },
}
