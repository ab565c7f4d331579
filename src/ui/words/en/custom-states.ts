import type { CustomStatesMistake } from '../../../ucwa/custom-states.ts'

const number = new Intl.NumberFormat('en-GB')

/** What the diagnostics say of the file of the company's own states. */
export const enCustomStates = {
  title: 'Your company’s own states',
  reading: 'being read',
  read: (count: number): string => (count === 1 ? '1 state' : `${number.format(count)} states`),
  mistaken: (count: number): string => (count === 1 ? '1 mistake' : `${number.format(count)} mistakes`),
  unread: 'cannot be loaded',
  file: 'File',
  states: 'States',
  why: 'Why',
  mistakes: 'Mistakes',
  hint: 'None of its states is offered until all are put right.',
  notTrusted: (origin: string): string =>
    `${origin} is not trusted. Put the file beside the page, or add the domain to trustedDomains in config.json.`,
  mistake(one: CustomStatesMistake): string {
    switch (one.kind) {
      case 'tooLarge':
        return `The file has ${one.characters} characters; 100,000 are allowed.`
      case 'notXml':
        return `The file is not well-formed XML: ${one.detail}`
      case 'doctype':
        return 'The file declares a document type. Take the line with DOCTYPE out.'
      case 'wrongRoot':
        return `The outermost element is “${one.found}”; it must be “customStates”.`
      case 'wrongNamespace':
        return `The namespace is ${one.found === null ? 'missing' : `“${one.found}”`}; it must be “http://schemas.microsoft.com/09/2009/communicator/customStates”.`
      case 'noStates':
        return 'There is no “customState” in it.'
      case 'tooManyStates':
        return `There are ${one.count} states; at most four are allowed.`
      case 'unknownElement':
        return `“${one.found}” has no place in “${one.inside}”.`
      case 'unknownAttribute':
        return `“${one.found}” is no attribute of “${one.of}”.`
      case 'strayText':
        return `The text “${one.found}” has no place in “${one.inside}”.`
      case 'noId':
        return `State ${one.state} has no ID. Give it one of 1 to 4.`
      case 'badId':
        return `State ${one.state} has the ID “${one.found}”; it must be 1, 2, 3 or 4.`
      case 'sameId':
        return `State ${one.state} has the ID “${one.found}” of another.`
      case 'noAvailability':
        return `State ${one.state} has no availability. Give it “online”, “busy” or “do-not-disturb”.`
      case 'badAvailability':
        return `State ${one.state} has the availability “${one.found}”; it must be “online”, “busy” or “do-not-disturb”.`
      case 'noActivity':
        return `State ${one.state} has no “activity”, so there is no text to show.`
      case 'noLcid':
        return `An activity of state ${one.state} has no LCID, the number of its language (1033: English).`
      case 'badLcid':
        return `An activity of state ${one.state} has the LCID “${one.found}”; it must be a number (1033: English).`
      case 'sameLcid':
        return `State ${one.state} has two activities with the LCID ${one.found}.`
      case 'emptyText':
        return `An activity of state ${one.state} has no text (LCID ${one.lcid}).`
      case 'longText':
        return `An activity of state ${one.state} has ${one.length} characters (LCID ${one.lcid}); 64 are allowed.`
    }
  },
}
