import type { enCustomStates } from '../en/custom-states.ts'
import { counted } from './grammar.ts'

export const esCustomStates: typeof enCustomStates = {
  title: 'Estados propios de tu empresa',
  reading: 'leyéndose',
  read: (count) => counted(count, 'estado', 'estados'),
  mistaken: (count) => counted(count, 'error', 'errores'),
  unread: 'no se puede cargar',
  file: 'Archivo',
  states: 'Estados',
  why: 'Motivo',
  mistakes: 'Errores',
  hint: 'No se ofrece ninguno de sus estados hasta que todos estén corregidos.',
  notTrusted: (origin) =>
    `${origin} no es de confianza. Pon el archivo junto a la página o agrega el dominio a trustedDomains en config.json.`,
  mistake(one) {
    switch (one.kind) {
      case 'tooLarge':
        return `El archivo tiene ${one.characters} caracteres; se permiten 100.000.`
      case 'notXml':
        return `El archivo no es XML bien formado: ${one.detail}`
      case 'doctype':
        return 'El archivo declara un tipo de documento. Quita la línea con DOCTYPE.'
      case 'wrongRoot':
        return `El elemento exterior es «${one.found}»; debe ser «customStates».`
      case 'wrongNamespace':
        return `El espacio de nombres ${one.found === null ? 'falta' : `es «${one.found}»`}; debe ser «http://schemas.microsoft.com/09/2009/communicator/customStates».`
      case 'noStates':
        return 'No contiene ningún «customState».'
      case 'tooManyStates':
        return `Hay ${one.count} estados; se permiten cuatro como máximo.`
      case 'unknownElement':
        return `«${one.found}» no tiene lugar en «${one.inside}».`
      case 'unknownAttribute':
        return `«${one.found}» no es un atributo de «${one.of}».`
      case 'strayText':
        return `El texto «${one.found}» no tiene lugar en «${one.inside}».`
      case 'noId':
        return `El estado ${one.state} no tiene ID. Dale uno de 1 a 4.`
      case 'badId':
        return `El estado ${one.state} tiene el ID «${one.found}»; debe ser 1, 2, 3 o 4.`
      case 'sameId':
        return `El estado ${one.state} tiene el ID «${one.found}» de otro.`
      case 'noAvailability':
        return `El estado ${one.state} no tiene disponibilidad. Dale «online», «busy» o «do-not-disturb».`
      case 'badAvailability':
        return `El estado ${one.state} tiene la disponibilidad «${one.found}»; debe ser «online», «busy» o «do-not-disturb».`
      case 'noActivity':
        return `El estado ${one.state} no tiene «activity», así que no hay texto que mostrar.`
      case 'noLcid':
        return `Una actividad del estado ${one.state} no tiene LCID, el número de su idioma (3082: español).`
      case 'badLcid':
        return `Una actividad del estado ${one.state} tiene el LCID «${one.found}»; debe ser un número (3082: español).`
      case 'sameLcid':
        return `El estado ${one.state} tiene dos actividades con el LCID ${one.found}.`
      case 'emptyText':
        return `Una actividad del estado ${one.state} no tiene texto (LCID ${one.lcid}).`
      case 'longText':
        return `Una actividad del estado ${one.state} tiene ${one.length} caracteres (LCID ${one.lcid}); se permiten 64.`
    }
  },
}
