import type { AlertWhen } from '../../../session/alerts.ts'
import type { Resource } from '../../../session/publication.ts'
import type { Sign } from '../../parts/sign.ts'
import { apart } from '../apart.ts'
import type { enWatching } from '../en/watching.ts'
import { counted } from './grammar.ts'

const WHEN_WORDS: Readonly<Record<AlertWhen, string>> = {
  availableOnce: 'esté disponible, una vez',
  available: 'esté disponible, cada vez',
  changeOnce: 'tenga cualquier cambio, una vez',
  change: 'tenga cualquier cambio, cada vez',
}

const BECAME: Readonly<Record<Sign, string>> = {
  available: 'está disponible',
  availableIdle: 'está disponible, con el equipo inactivo',
  busy: 'tiene el estado Ocupado',
  busyIdle: 'tiene el estado Ocupado, con el equipo inactivo',
  doNotDisturb: 'tiene el estado No molestar',
  beRightBack: 'vuelve enseguida',
  away: 'tiene el estado Ausente',
  offline: 'tiene el estado Desconectado',
  outOfOffice: 'está fuera de la oficina',
  unknown: 'tiene un estado desconocido',
  blocked: 'es un contacto bloqueado',
}

const BECAME_BY_ACTIVITY: ReadonlyMap<string, string> = new Map([
  ['on-the-phone', 'está al teléfono'],
  ['in-a-call', 'está al teléfono'],
  ['in-a-conference', 'está en una conferencia'],
  ['in-a-meeting', 'está en una reunión'],
  ['presenting', 'está haciendo una presentación'],
  ['in-presentation', 'está haciendo una presentación'],
  ['off-work', 'está fuera del trabajo'],
])

const MINE: Readonly<Record<Resource, string>> = {
  presence: 'desde otro dispositivo',
  note: 'desde otro dispositivo: tu nota',
  location: 'desde otro dispositivo: tu ubicación',
}

export const esWatching: typeof enWatching = {
  title: 'Seguimiento',
  watch: 'Seguir',
  watching: 'Siguiendo',
  watchName: (name) => `Seguir a ${name}`,
  stopName: (name) => `Dejar de seguir a ${name}`,
  stop: 'Dejar de seguir',
  watchedNow: (name) => `Sigues a ${name}`,
  watchedNoMore: (name) => `Ya no sigues a ${name}`,
  isWatched: 'en seguimiento',
  tellMeWhen: (name) => `Avisarme cuando ${name}`,
  when: (when) => WHEN_WORDS[when],
  withSound: 'Con sonido',
  blocked: 'Este navegador bloquea las notificaciones. Los avisos salen solo en esta página.',
  notOffered: 'Este navegador no ofrece notificaciones a esta página. Los avisos salen solo en esta página.',
  notAsked: 'Tu navegador te pregunta si puede mostrarte notificaciones.',
  isOff: 'Las notificaciones están desactivadas en tus preferencias. Los avisos salen solo en esta página.',

  recent: 'Cambios recientes',
  recentKept: 'se guardan hasta que cierres',
  nothingRecent: 'Nada ha cambiado desde que abriste esta página.',
  became(sign, activity) {
    const known = activity === null ? undefined : BECAME_BY_ACTIVITY.get(activity)
    const stands = sign === 'outOfOffice' || activity === null
    return stands ? BECAME[sign] : (known ?? `${BECAME[sign]}, ${activity}`)
  },
  sentence: (name, became) => `${apart(name)} ${became}`,
  you: 'Tú',
  mine: (resource) => MINE[resource],

  alerts: 'Avisos',
  alertsName: (unseen) => (unseen === 0 ? 'Avisos' : `Avisos, ${counted(unseen, 'nuevo', 'nuevos')}`),
  nobody:
    'No sigues a nadie. Elige «Seguir» en la fila o el panel de una persona y se te avisa cuando esté disponible.',
  askedOnce: (clock) => `Pediste un solo aviso. ${clock}`,
  asked: (clock) => `Pediste un aviso. ${clock}`,
  keepWatching: 'Continuar el seguimiento',
  dismiss: (name) => `Descartar: ${name}`,
  close: 'Cerrar',
}
