import type { enMyPresence } from '../en/my-presence.ts'
import { atTheMoment, counted, moments, theMoment } from './grammar.ts'

export const esMyPresence: typeof enMyPresence = {
  hint: {
    doNotDisturb: 'Tu grupo de trabajo ve Ocupado, solo interrupciones urgentes',
    away: 'Los demás ven Ausente',
    offWork: 'Los demás ven Ausente, fuera del trabajo',
  },
  until: {
    short: (atMs, nowMs) => `hasta ${theMoment(atMs, nowMs)}`,
    state: (state, atMs, nowMs) => `${state}, hasta ${theMoment(atMs, nowMs)}`,
    of: (state) => `${state} hasta`,
    open: (state) => `${state} hasta una hora`,
    minutes: (count) => counted(count, 'minuto', 'minutos'),
    hours: (count) => counted(count, 'hora', 'horas'),
    endOfDay: 'Fin de mi jornada',
    iChangeIt: 'Que lo cambie yo',
    chooseTime: 'Elegir una hora',
    time: 'Hora',
    set: 'Fijar',
    past: 'Esa hora ya pasó: elige una posterior.',
    hint: 'Esta página lo restablece a esa hora, si sigue abierta.',
    hintBusy:
      'Esta página lo restablece a esa hora, si sigue abierta. El servidor lo retira por sí mismo al cabo de un día.',
  },
  late: {
    presence: (state, atMs, nowMs) =>
      `${state} debía terminar ${atTheMoment(atMs, nowMs)}, pero esta página estaba cerrada o sin conexión. Se ha restablecido ahora.`,
    note: (atMs, nowMs) =>
      `Tu nota debía borrarse ${atTheMoment(atMs, nowMs)}, pero esta página estaba cerrada o sin conexión. Se ha borrado ahora.`,
    dismiss: 'Descartar',
  },
  elsewhere: (atMs, nowMs) =>
    atMs === null ? 'Fijado en otro dispositivo' : `Fijado en otro dispositivo ${atTheMoment(atMs, nowMs)}`,
  onlyWatch: 'Solo mirar',
  onlyWatchHint: 'Ver a los demás, no publicar nada desde aquí',

  note: {
    outOfOffice:
      'Se ve tu mensaje de fuera de la oficina mientras está activado en Exchange. Tu propia nota va después.',
    clearIt: 'Borrarla',
    never: 'Nunca',
    inOneHour: 'En 1 hora',
    at: (atMs, nowMs) => {
      const text = moments.at(atMs, nowMs)
      return text.includes(' ') ? text : `Hoy, ${text}`
    },
    choose: 'Elegir',
    clearAt: 'Borrar a las',
    clearHint: 'Esta página la borra, si sigue abierta.',
    endBothHint: 'Esta página la borra y restablece tu disponibilidad, si sigue abierta.',
    endBothHintBusy:
      'Esta página la borra y restablece tu disponibilidad, si sigue abierta. El servidor retira la disponibilidad por sí mismo al cabo de un día.',
    clears: (atMs, nowMs) => `se borra ${atTheMoment(atMs, nowMs)}`,
    published: (atMs, nowMs) => `publicada ${atTheMoment(atMs, nowMs)}`,
    recent: 'Usadas antes en este navegador',
    use: (text) => `Usar «${text}»`,
    forget: (text) => `Olvidar «${text}»`,
    forgetAll: 'Olvidar todas',
  },

  location: {
    title: 'Ubicación',
    edit: 'Tu ubicación, para quien pueda verla',
    set: 'Indicar una ubicación',
    change: (location) => `Cambiar ubicación: ${location}`,
    none: 'Sin ubicación',
    reset: 'Restablecer',
    resetHint: 'Al restablecerla, es la del dispositivo que más usas.',
    tooLong: (length) => `60 caracteres como máximo, ahora ${moments.number(length)}.`,
    refused: 'El servidor no aceptó esta ubicación.',
    notTaken: 'El servidor recibió tu ubicación, pero no la muestra.',
    lost: 'El servidor no ha respondido sobre tu ubicación.',
    published: 'Tu ubicación está publicada.',
    cleared: 'Tu ubicación está restablecida.',
  },

  custom: {
    heading: (company) =>
      company === null
        ? 'De tu empresa · fija disponibilidad y nota'
        : `De ${company} · fija disponibilidad y nota`,
    hint: (state) => `Los demás ven ${state} y tu nota`,
    mistaken: 'Los estados propios de tu empresa no se pueden mostrar: su archivo tiene un error.',
    unreachable: 'No se pudieron cargar los estados propios de tu empresa.',
  },

  because: new Map([
    ['CallbackChannelError', 'No se puede llegar a su canal de eventos.'],
    ['InvalidExchangeServerVersion', 'Tu buzón ha pasado a una versión de Exchange que no admite esto.'],
    ['AlreadyExists', 'Dice que esto ya existe.'],
    ['TooManyGroups', 'Dice que hay demasiados grupos.'],
    ['CannotRedirect', 'Tu grupo de servidores está fuera de servicio y ningún otro lo sustituye.'],
    ['None', 'No ofrece esto.'],
  ]),
  failedToRead: (why) => (why === null ? 'El servidor no respondió.' : `El servidor no lo dijo. ${why}`),
}
