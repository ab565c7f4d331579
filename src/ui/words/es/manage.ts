import type { Pending } from '../../../data/roster.ts'
import type { enManage } from '../en/manage.ts'
import { moments, people } from './grammar.ts'

const PENDING: Readonly<Record<Pending, string>> = {
  adding: 'agregando…',
  removing: 'quitando…',
  moving: 'moviendo…',
  renaming: 'cambiando el nombre…',
}

const LIMITS: ReadonlyMap<string, string> = new Map([
  ['LimitExceeded', 'Tu lista está llena; el servidor no admite más personas. Quita antes a alguien.'],
  ['TooManyGroups', 'El servidor no admite más grupos. Elimina antes uno.'],
  [
    'MigrationInProgress',
    'Tus contactos se están moviendo a otro servidor. Hasta que termine puedes verlos, pero no cambiarlos.',
  ],
])

export const esManage: typeof enManage = {
  favouritesHere: 'Favoritos en este navegador',
  delegates: 'Mis delegados',
  delegators: 'Soy delegado de',
  organization: 'Mi organización',
  distributionGroup: 'grupo de distribución',
  tooBig: 'Este grupo es demasiado grande para que el servidor lo abra. Busca en él por nombre.',
  mayNotOpen: 'No tienes permiso para ver quién está en este grupo.',
  pending: (pending) => PENDING[pending],

  moreFor: (name) => `Más sobre ${name}`,
  newGroup: 'Nuevo grupo…',
  addPeople: 'Agregar personas…',
  rename: 'Cambiar nombre…',
  delete: 'Eliminar…',
  groups: 'Grupos…',
  changeGroups: 'Cambiar grupos…',
  removeFrom: (group) => `Quitar de ${group}`,
  removeFromList: 'Quitar de mi lista',
  favourite: 'Favorito en este navegador',
  notFavourite: 'Quitar de favoritos',
  favouriteHint: 'Tus otros dispositivos no lo saben',
  favouriteNow: (name) => `${name} está en los favoritos de este navegador`,
  favouriteNoMore: (name) => `${name} ya no está en los favoritos de este navegador`,
  isFavourite: 'favorito en este navegador',
  whyNot: 'Sin actualizar: la lista se puede cambiar cuando el tablero vuelva a tener conexión.',

  cancel: 'Cancelar',
  save: 'Guardar',
  close: 'Cerrar',
  newGroupTitle: 'Nuevo grupo',
  renameTitle: (name) => `Cambiar el nombre de ${name}`,
  name: 'Nombre',
  create: 'Crear',
  nameMissing: 'Un grupo necesita un nombre.',
  nameTooLong: (length) => `256 caracteres como máximo, ahora ${moments.number(length)}.`,
  nameTaken: (name) => `Ya hay un grupo llamado ${name}.`,
  deleteTitle: (name, size) =>
    size === 0
      ? `¿Eliminar ${name}?`
      : `¿Eliminar ${name}? ${size === 1 ? 'Su única persona sigue' : `Sus ${people(size)} siguen`} en tu lista.`,
  deleteIt: 'Eliminar',
  groupsOf: (name) => `Grupos de ${name}`,
  addTitle: (name) => `Agregar a ${name} a tu lista`,
  add: 'Agregar',
  inGroups: 'En estos grupos',
  andNew: 'Y en un grupo nuevo',
  noneLeft: (name) => `En ningún grupo: ${name} sale de tu lista.`,
  addPeopleTitle: (group) => `Agregar personas a ${group}`,
  findInDirectory: 'Buscar en el directorio',
  addTo: (name, group) => `Agregar a ${name} al grupo ${group}`,
  alreadyIn: 'en este grupo',

  yourPeople: 'Tus contactos',
  directory: 'Directorio',
  searching: 'Buscando en el directorio…',
  more: (shown) => `Se muestran ${moments.number(shown)}, hay más. Sigue escribiendo.`,
  directoryFailed: 'El directorio no responde. Se busca entre tus contactos.',
  nobodyInDirectory: (typed) => `Nadie en el directorio para «${typed}».`,
  foundBoth: (own, directory) => `${people(own)} en tu lista, ${moments.number(directory)} en el directorio`,
  addToList: (name) => `Agregar a ${name} a tu lista`,
  onYourList: 'en tu lista',
  findPeople: 'Buscar personas',

  tryAgain: 'Reintentar',
  changeIt: 'Cambiarlo',
  dismiss: 'Descartar',
  done(change, group) {
    switch (change.kind) {
      case 'add':
        return `${change.contact.name} está ahora en ${group}.`
      case 'remove':
        return `${change.contact.name} ya no está en ${group}.`
      case 'removeFromList':
        return `${change.contact.name} ya no está en tu lista.`
      case 'move':
        return `${change.contact.name} ha pasado a ${group}.`
      case 'createGroup':
      case 'addGroup':
        return `${group} está ahora en tu lista.`
      case 'renameGroup':
        return `El grupo se llama ahora ${group}.`
      case 'deleteGroup':
      case 'removeGroup':
        return `${group} ya no está en tu lista.`
    }
  },
  notDone(change, group) {
    switch (change.kind) {
      case 'add':
        return `No se agregó a ${change.contact.name} a ${group}.`
      case 'remove':
        return `No se quitó a ${change.contact.name} de ${group}.`
      case 'removeFromList':
        return `No se quitó a ${change.contact.name} de tu lista.`
      case 'move':
        return `No se movió a ${change.contact.name} a ${group}.`
      case 'createGroup':
        return `No se creó el grupo ${group}.`
      case 'addGroup':
        return `No se agregó ${group} a tu lista.`
      case 'renameGroup':
        return `No se cambió el nombre de ${change.group.name} a ${group}.`
      case 'deleteGroup':
        return `No se eliminó ${group}.`
      case 'removeGroup':
        return `No se quitó ${group} de tu lista.`
    }
  },
  overdue: 'El servidor todavía no lo ha confirmado.',
  whyRefused(change, because, group) {
    if (because.kind !== 'refused' && because.kind !== 'serverFailed') return 'El servidor no ha respondido.'
    const { subcode } = because.reason
    if (subcode === 'AlreadyExists' && 'contact' in change) return `${change.contact.name} ya está ahí.`
    if (subcode === 'AlreadyExists') return `Ya hay un grupo llamado ${group}.`
    const limit = LIMITS.get(subcode ?? '')
    if (limit !== undefined) return limit
    switch (because.status) {
      case 403:
        return 'No tienes permiso para cambiar esto.'
      case 404:
        return 'Ya no está: otro cliente se adelantó.'
      case 412:
        return 'Alguien lo cambió al mismo tiempo.'
      default:
        return null
    }
  },
}
