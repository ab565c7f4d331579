import type { CardPart, GrantedLevel } from '../../../ucwa/privacy-level.ts'
import type { enPerson, enPrivacy } from '../en/person.ts'
import { moments, people, theMoment } from './grammar.ts'

const MODALITIES: ReadonlyMap<string, string> = new Map([
  ['Messaging', 'Chat'],
  ['Audio', 'Llamadas'],
  ['Video', 'Vídeo'],
  ['PanoramicVideo', 'Vídeo panorámico'],
  ['PhoneAudio', 'Teléfono'],
])

const DEVICES: ReadonlyMap<string, string> = new Map([
  ['PC', 'en un PC'],
  ['Mobile', 'en un móvil'],
  ['DeskPhone', 'en un teléfono de escritorio'],
  ['Web', 'en un navegador'],
])

const DEVICE_WORDS: ReadonlyMap<string, string> = new Map([
  ['PC', 'PC'],
  ['Mobile', 'Móvil'],
  ['DeskPhone', 'Teléfono de escritorio'],
  ['Web', 'Navegador'],
])

const device = (type: string): string => DEVICES.get(type) ?? type

const LEVELS: Readonly<Record<GrantedLevel, string>> = {
  External: 'Contactos externos',
  Colleagues: 'Compañeros',
  Workgroup: 'Grupo de trabajo',
  FriendsAndFamily: 'Amigos y familiares',
  Blocked: 'Contactos bloqueados',
}
const AS_LEVEL: Readonly<Record<GrantedLevel, string>> = {
  External: 'en el nivel Contactos externos',
  Colleagues: 'en el nivel Compañeros',
  Workgroup: 'en el nivel Grupo de trabajo',
  FriendsAndFamily: 'en el nivel Amigos y familiares',
  Blocked: 'en el nivel Contactos bloqueados',
}
const LEVEL_HINTS: Readonly<Record<GrantedLevel, string>> = {
  External: 'Personas de otras empresas, si no indicas otra cosa.',
  Colleagues: 'Todas las personas de tu empresa, si no indicas otra cosa.',
  Workgroup: 'Personas con las que trabajas de cerca. Pueden interrumpirte cuando estás en No molestar.',
  FriendsAndFamily: 'Personas que pueden ver todos tus números.',
  Blocked: 'Ven tu nombre y tu correo electrónico y nada más, y no pueden comunicarse contigo aquí.',
}
const PARTS: Readonly<Record<CardPart, string>> = {
  availability: 'Disponibilidad',
  activity: 'Actividad',
  title: 'Puesto, empresa, foto',
  workPhone: 'Oficina y teléfono del trabajo',
  mobilePhone: 'Teléfono móvil',
  homePhone: 'Teléfono particular y otro',
  note: 'Nota',
  location: 'Ubicación',
  device: 'Dispositivo',
  lastActive: 'Última actividad',
  meetingSubject: 'Asunto de la reunión',
}
const PHONE_TYPES: ReadonlyMap<string, string> = new Map([
  ['Work', 'Teléfono del trabajo'],
  ['Home', 'Teléfono particular'],
  ['Mobile', 'Teléfono móvil'],
  ['Other', 'Otro teléfono'],
])

export const esPerson: typeof enPerson = {
  close: 'Cerrar',
  back: 'Atrás',
  since: (atMs, nowMs) => `desde ${theMoment(atMs, nowMs)}`,
  sinceLong: (atMs, nowMs) => {
    const minutes = Math.floor((nowMs - atMs) / 60_000)
    if (minutes < 1) return ''
    return minutes < 60 ? `desde hace ${moments.number(minutes)} min` : `desde ${theMoment(atMs, nowMs)}`
  },
  external: 'Contacto externo',
  publicCloud: 'Contacto ajeno a cualquier empresa',
  notOnList: 'No está en tu lista de contactos',
  blocked: 'Has bloqueado a esta persona. Te ve como Desconectado.',
  ownState: (state) => `Su propio estado: ${state}`,
  actions: 'Comunicarse',
  chat: 'Chat',
  call: 'Llamar',
  mail: 'Correo',
  details: 'Datos de contacto',
  location: 'Ubicación',
  office: 'Oficina',
  lastActive: 'Última actividad',
  device: 'Dispositivo',
  activeNow: 'ahora',
  activeOn: (when, type) => `${when}, ${device(type)}`,
  deviceWord: (type) => DEVICE_WORDS.get(type) ?? type,
  reachableBy: 'Disponible por',
  modality: (type) => MODALITIES.get(type) ?? type,
  list: (texts) => texts.join(', '),
  email: 'Correo electrónico',
  workPhone: 'Teléfono del trabajo',
  mobilePhone: 'Teléfono móvil',
  homePhone: 'Teléfono particular',
  otherPhone: 'Otro teléfono',
  callBy: 'Llamar por',
  skype: 'Skype for Business',
  extension: (number) => `ext. ${number}`,
  address: 'Dirección de chat',
  groups: 'Grupos',
  copy: (what) => `Copiar: ${what}`,
  copied: (what) => `Copiado: ${what}`,
  failed: 'No se pudo leer todo sobre esta persona.',
}

export const esPrivacy: typeof enPrivacy = {
  title: 'Quién ve qué de mí',
  open: 'Quién ve qué de mí',
  openHint: 'Privacidad, mis teléfonos',
  close: 'Cerrar',
  seesYou: (name) => `${name} te ve`,
  level: (level) => LEVELS[level],
  asLevel: (level) => AS_LEVEL[level],
  levelHint: (level) => LEVEL_HINTS[level],
  unknownLevel: 'como decida el servidor',
  count: people,
  levelName: (level, count) => `${level}, ${count}`,
  saving: 'guardando…',
  overdue: 'El servidor todavía no lo ha confirmado.',
  reset: 'Restablecer a automático',
  preview: 'Vista previa de mi tarjeta',
  shown: 'Ven',
  parts: (shows, part) => (shows ? `${part}: se ve` : `${part}: no se ve`),
  mayBeShown: (part) => `${part}: puede que se vea`,
  mayBe: 'Un punto significa que los documentos de Microsoft se contradicen y decide tu servidor.',
  part: (part) => PARTS[part],
  set: (name, level) => `${name} te ve ahora ${AS_LEVEL[level]}.`,
  wasReset: (name) => `El servidor vuelve a decidir lo que ve ${name}.`,
  failed: 'No se pudo leer lo que puede ver esta persona.',
  block: {
    title: (name) => `¿Bloquear a ${name}?`,
    text: 'Te verá como Desconectado y no podrá comunicarse contigo aquí. No se le avisa.',
    yes: 'Bloquear',
    no: 'Cancelar',
  },
  trouble: {
    changed: (now) => `Alguien lo cambió al mismo tiempo. Ahora: ${now}.`,
    storm: (now) =>
      `El servidor dice cada vez que alguien acaba de cambiarlo, y no aceptó nada. Sigue: ${now}.`,
    anyway: (level) => `Fijar ${level} de todos modos`,
    forbidden: 'No tienes permiso para cambiar esto para esta persona.',
    refused: (now) => `El servidor no lo aceptó. Sigue: ${now}.`,
    lost: (now) => `El servidor no ha respondido sobre esto. Sigue: ${now}.`,
    tryAgain: 'Reintentar',
    dismiss: 'Descartar',
  },
  card: {
    title: 'Así te ven',
    hint: 'Según lo que Microsoft documenta de este nivel y lo que publicas ahora.',
    nothing: 'Desconectado, y nada más',
    notPublished: 'Solo miras: nadie ve un estado tuyo desde aquí.',
    name: (level) => `Mi tarjeta para ${level}`,
  },
  people: 'Personas en este nivel',
  nobody: 'Nadie está en este nivel.',
  noList: 'Tu servidor no ofrece una lista de quién está en cada nivel.',
  whoeverElse: 'Quien no está aquí en ningún nivel ve lo que tu servidor muestra por sí mismo.',
  phones: {
    title: 'Mis teléfonos',
    hint: 'Los números de tu tarjeta los ven los niveles que pueden ver ese tipo de número.',
    none: 'Tu servidor no indica teléfonos tuyos.',
    type: (type) => PHONE_TYPES.get(type) ?? type,
    noNumber: 'Sin número',
    onCard: 'En mi tarjeta',
    isOnCard: 'En tu tarjeta',
    isNotOnCard: 'No está en tu tarjeta',
    onCardName: (type) => `${type} en mi tarjeta`,
    change: 'Cambiar',
    changeName: (type) => `Cambiar número: ${type}`,
    number: (type) => `Número: ${type}`,
    save: 'Guardar',
    cancel: 'Cancelar',
    tooLong: (most, now) => `${moments.number(most)} caracteres como máximo, ahora ${moments.number(now)}.`,
    notANumber: 'El servidor considera que esto no es un número de teléfono.',
    readOnly: 'Este número lo fija el directorio de tu empresa.',
    notAllowed: 'Tu cuenta no puede cambiar sus teléfonos.',
    refused: 'El servidor no lo aceptó.',
    lost: 'El servidor no ha respondido sobre esto.',
  },
}
