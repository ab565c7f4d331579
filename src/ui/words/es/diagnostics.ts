import type { Lack } from '../../../session/this-page.ts'
import type { Discovered, TransportKind, TransportReason, WayStep } from '../../../ucwa/discovered.ts'
import type { UcwaFailure } from '../../../ucwa/errors.ts'
import type { Grant } from '../../../ucwa/grants.ts'
import type { Hidden } from '../../diagnostics/causes.ts'
import type { DiagnosticsWords } from '../en/diagnostics.ts'
import { esCustomStates } from './custom-states.ts'
import { counted, locale, moments, people, theClock } from './grammar.ts'

// What only the diagnostics page says; in a file of its own, since it is loaded with that page.

const clock = new Intl.DateTimeFormat(locale, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

const events = (count: number): string => counted(count, 'evento', 'eventos')

function duration(ms: number): string {
  if (ms < SECOND_MS) return `${Math.round(ms)} ms`
  if (ms < 2 * MINUTE_MS) return counted(Math.round(ms / SECOND_MS), 'segundo', 'segundos')
  if (ms < HOUR_MS) return `${Math.round(ms / MINUTE_MS)} min`
  return `${Math.floor(ms / HOUR_MS)} h ${Math.floor((ms % HOUR_MS) / MINUTE_MS)} min`
}

/** "503 ServiceUnavailable", "sin respuesta" */
function brief(because: UcwaFailure): string {
  switch (because.kind) {
    case 'unreachable':
      return 'sin respuesta'
    case 'serverFailed':
    case 'refused': {
      const { code, subcode, server } = because.reason
      const what = [because.status, code, subcode].filter((part) => part !== null).join(' ')
      return server === null ? what : `${what} de ${server}`
    }
    case 'signedOut':
      return 'la sesión ha terminado'
    case 'applicationGone':
      return 'el servidor había dado de baja la aplicación'
    case 'replaced':
      return 'otro cliente sondeó el mismo canal'
    case 'malformed':
      return 'una respuesta que no es del servidor'
  }
}

const TRANSPORTS: Readonly<Record<TransportKind, string>> = { cors: 'CORS', xframe: 'XFrame' }
const TRANSPORT_REASONS: Readonly<Record<TransportReason, string>> = {
  configured: 'lo dice config.json',
  remembered: 'así fue antes en este navegador',
  rootReadable: 'aquí se ofrece CORS',
  rootUnreadable: 'aquí no se ofrece CORS',
  asBefore: 'igual que con el host que llevó hasta allí',
}
const GRANT_WORDS: Readonly<Record<Grant, string>> = {
  windows: 'Windows integrada',
  password: 'Dirección y contraseña',
  passive: 'La página propia de la organización (AD FS)',
  modern: 'Autenticación moderna (OpenID Connect)',
}
const STARTS: Readonly<Record<Discovered['from'], string>> = {
  'found before': 'El grupo de servidores que se encontró antes en este navegador',
  'configured address': 'La dirección de config.json',
  'configured domain': 'El dominio de config.json',
  'sign-in domain': 'La dirección de inicio de sesión',
}
const STEP_ANSWERS: Readonly<Record<Exclude<WayStep['answer'], number>, string>> = {
  noAnswer: 'sin respuesta',
  notReadable: 'una respuesta que esta página no puede leer',
  wrongOrigin: 'llevó a otra dirección de la debida',
  notTrusted: 'no es de confianza, así que no se preguntó',
  underWay: 'en curso',
}
const LACKS: Readonly<Record<Lack, string>> = {
  secureContext: 'Esta página no se sirve por https, así que el navegador niega lo que sigue.',
  webLocks: 'Web Locks: las pestañas acuerdan por mensajes cuál dirige, algo más despacio.',
  serviceWorker: 'Service worker: la página no se puede instalar.',
  clipboard: 'Portapapeles: los textos se seleccionan y se copian a mano.',
  notifications: 'Notificaciones: los avisos salen solo en esta página.',
  broadcastChannel: 'BroadcastChannel: cada pestaña mantiene su propia conexión.',
  storage: 'Almacenamiento: los ajustes, y lo que acelera una recarga, duran lo que dura esta página.',
}
const CHANNEL_STATES: ReadonlyMap<string | null, string> = new Map([
  [null, 'sin abrir'],
  ['opening', 'abriéndose'],
  ['listening', 'abierto'],
  ['checking', 'comprobando'],
  ['locating', 'buscando el servidor'],
  ['paused', 'a la espera del próximo intento'],
  ['elsewhere', 'en uso en otro sitio'],
  ['lockedOut', 'a la espera de inicio de sesión'],
  ['ended', 'terminado'],
])

const CAUSES: Readonly<Record<Hidden['kind'], readonly string[]>> = {
  silent: [
    'El nombre no se conoce donde estás: fuera de la oficina puede que necesites la VPN.',
    'La conexión se rechaza: el servidor está apagado o hay un firewall en medio.',
    'Este navegador no confía en el certificado del servidor, o ha caducado, o es para otro nombre.',
    'Una página https no puede llamar a un servidor por http sin cifrar.',
  ],
  unreadable: [
    'La dirección de esta página falta en la lista de orígenes permitidos del servidor.',
    'Un proxy en el camino responde en lugar del servidor.',
    'El servidor no ofrece CORS, y «transport» en config.json no permite su marco.',
  ],
  frame: [
    'Este navegador no confía en el certificado de ese host. Abre la página de abajo: te lo advertiría.',
    'Un proxy, o una directiva del servidor web donde está esta página, prohíbe los marcos (X-Frame-Options, Content-Security-Policy).',
    'El servidor no tiene la página: los servicios web no están instalados allí o la dirección es otra.',
    'Una extensión de este navegador bloquea los marcos de otros sitios.',
  ],
}

export const esDiagnostics: DiagnosticsWords = {
  title: 'Diagnóstico',
  back: 'Atrás',
  leftOut: 'No se incluyen contraseñas, tokens, nombres ni notas',
  copy: 'Copiar informe',
  copied: 'Informe copiado',
  asText: 'El informe como texto',
  duration,
  clock: (atMs) => clock.format(atMs),
  number: moments.number,

  verdict: {
    works: 'Todo funciona.',
    signedOut: 'Nadie ha iniciado sesión.',
    underWay: 'Iniciando sesión.',
    notLive: 'Ahora no llega nada del servidor.',
    offline: 'Este equipo no tiene conexión.',
    signedInFor: (ms) => `Sesión iniciada desde hace ${duration(ms)}.`,
  },
  signInFailed(failure, { signIn, failure: words }) {
    switch (failure.kind) {
      case 'serverNotFound':
        return {
          title: signIn.notFound(failure.domain),
          text: `Sin respuesta de ${failure.asked.join(', ')}.`,
        }
      case 'originNotAllowed': {
        const said = failure.told === '' ? '' : ` Dice: ${failure.told}`
        const missing = `${failure.origin} falta en la lista de ${failure.host}.`
        return { title: signIn.unknownPage.title, text: `${missing}${said}` }
      }
      case 'frameRefused':
        return { title: signIn.frameRefused, text: failure.url }
      case 'notTrusted':
        return { title: signIn.notTrusted(failure.origin), text: signIn.notTrustedHint(failure.namedBy) }
      case 'noGrant':
        return { title: signIn.noGrant, text: signIn.noGrantOffered(failure.offered) }
      case 'homedOnline':
        return { title: signIn.homedOnline, text: signIn.homedOnlineHint(failure.host) }
      case 'windowsRefused':
        return { title: signIn.windowsRefused, text: signIn.windowsRefusedHint }
      case 'windowsUnasked':
        return { title: signIn.windowsUnasked, text: '' }
      case 'passwordNeeded':
        return { title: signIn.passwordNeeded, text: '' }
      case 'wrongPassword':
        return { title: 'La dirección o la contraseña no son correctas.', text: '' }
      case 'badAddress':
        return { title: signIn.badAddress, text: '' }
      case 'other':
        return { title: signIn.other[failure.step], text: words(failure.because) }
    }
  },
  interruptions(all, nowMs) {
    const last = all.at(-1)
    if (last === undefined) return ''
    const { fromMs, toMs, because } = last
    const why = because === null ? '' : `: ${brief(because)}`
    const length = duration((toMs ?? nowMs) - fromMs)
    const told = `${length} a ${theClock(fromMs)}${why}`
    if (all.length === 1) return `Una interrupción, ${told}.`
    return `${counted(all.length, 'interrupción', 'interrupciones')}, la última de ${told}.`
  },

  causes: {
    title: 'Qué puede ser',
    lead: 'Un navegador no le dice a una página por qué no hubo respuesta. Es una de estas cosas:',
    of: (kind) => CAUSES[kind],
    open: 'Ábrela en una pestaña propia, donde el navegador dice qué falla:',
    opensNewTab: 'se abre en una pestaña nueva',
  },

  discovery: {
    title: 'Detección',
    none: 'Todavía no se ha buscado nada.',
    domain: 'Dominio',
    from: 'Punto de partida',
    starts: (from) => STARTS[from],
    asked: {
      root: 'Raíz',
      redirect: 'Redirección',
      user: 'Usuario',
      applications: 'Aplicaciones',
      token: 'Token',
      page: 'Página',
    },
    step: ({ url, transport, answer, detail }) => {
      const by = transport === null ? '' : ` por ${TRANSPORTS[transport]}`
      const said = typeof answer === 'number' ? String(answer) : STEP_ANSWERS[answer]
      return `${new URL(url).host}${by}: ${said}${detail === null ? '' : `, ${detail}`}`
    },
    pool: 'Grupo de servidores principal',
    transport: 'Transporte',
    why: (host, kind, because) => `${TRANSPORTS[kind]} a ${host} (${TRANSPORT_REASONS[because]})`,
    outcome: { underWay: 'en curso', found: 'encontrado', failed: 'con error' },
  },
  signIn: {
    title: 'Inicio de sesión',
    way: 'Forma',
    grant: (grant) => GRANT_WORDS[grant],
    offered: 'Se ofrece',
    token: 'Token',
    got: (atMs, renewals) =>
      renewals === 0
        ? `obtenido a las ${clock.format(atMs)}`
        : `renovado a las ${clock.format(atMs)}, ${counted(renewals, 'vez', 'veces')} en total`,
    ends: 'Termina',
    renewedBefore: (expiresAtMs) =>
      `${clock.format(expiresAtMs)}; se renueva un minuto antes, o cuando el servidor lo pide`,
    none: 'ninguno',
  },
  application: {
    title: 'Aplicación',
    none: 'Ahora no hay ninguna.',
    created: 'Creada',
    createdAt: (atMs, times) =>
      times === 1
        ? `${clock.format(atMs)}, se mantiene desde entonces`
        : `${clock.format(atMs)}, la ${moments.number(times)}.ª de esta sesión`,
    culture: 'Referencia cultural',
    visible: 'Visible',
    isVisible: (onlyWatch) => (onlyWatch ? 'no, solo mira' : 'sí, comunica la actividad'),
    watched: 'Suscripciones',
    people,
    server: 'Servidor',
    version: 'Versión del recurso',
  },
  customStates: esCustomStates,
  page: {
    title: 'Esta página',
    version: 'Versión',
    browser: 'Navegador',
    origin: 'Dirección',
    configured: 'Configuración',
    config: {
      url: (url) => `empieza en ${url}`,
      domain: (domain) => `pregunta a ${domain}`,
      byAddress: 'empieza por la dirección de inicio de sesión',
      transport: (transport) => `transporte ${transport}`,
      trusted: (domains) => `confía en ${domains.join(', ')}`,
    },
    tabs: 'Compartida por',
    tabsOf: ({ tabs, isLeader }) =>
      `${counted(tabs, 'pestaña', 'pestañas')}, ${isLeader ? 'dirige esta' : 'dirige otra'}`,
    lacking: 'Falta aquí',
    lack: (lack) => LACKS[lack],
    complete: 'nada',
  },
  channel: {
    title: 'Canal de eventos',
    state: ({ state }) => CHANNEL_STATES.get(state) ?? String(state),
    lastAnswer: 'Última respuesta',
    answered: (atMs, count) => `${clock.format(atMs)}, ${events(count)}`,
    noAnswer: 'ninguna todavía',
    due: 'Próxima, a más tardar',
    waiting: 'En espera',
    waited: (passedMs, allMs) =>
      `${Math.floor(passedMs / SECOND_MS)} s de ${Math.round(allMs / SECOND_MS)} s`,
  },
  trouble: {
    title: 'Último error',
    none: 'Ninguno en esta sesión.',
    solved: 'resuelto',
    open: 'sin resolver',
    when: 'Cuándo',
    solvedAfter: (atMs, ms) => `${clock.format(atMs)}, resuelto tras ${duration(ms)}`,
    what: 'Qué',
    noStatus: 'Sin respuesta',
    subcode: (subcode) => `subcódigo ${subcode ?? 'ninguno'}`,
    asked: 'Se preguntó',
    said: 'El servidor dijo',
    diagnostics: 'Diagnóstico',
    server: 'Servidor',
    correlation: 'Correlación',
  },
  requests: {
    title: 'Solicitudes',
    aside: (inChart, chartMinutes, batches) =>
      `${moments.number(inChart)} en ${chartMinutes} min · ${counted(batches, 'lote', 'lotes')}`,
    chart: (most) => `Solicitudes por minuto, ${moments.number(most)} como máximo`,
    unit: 'solicitudes por minuto',
    byRel: 'Por recurso',
    count: (rel, count) => `${rel} ${moments.number(count)}`,
  },
  happened: {
    title: 'Qué ha ocurrido',
    none: 'Nada todavía.',
    word: {
      signInBegan: 'Inicio de sesión',
      signInFailed: 'Error al iniciar sesión',
      signedOut: 'Sesión cerrada',
      token: 'Token',
      opened: 'Aplicación',
      live: 'En directo',
      events: 'Eventos',
      interrupted: 'Interrumpido',
      liveAgain: 'De nuevo en directo',
      elsewhere: 'En otro sitio',
      lockedOut: 'Sin acceso',
      ended: 'Terminado',
    },
    text(happening) {
      switch (happening.kind) {
        case 'signInBegan':
          return 'solicitado'
        case 'signInFailed':
          return happening.because
        case 'signedOut':
          return 'se renunció al token y a la aplicación'
        case 'token':
          return happening.isRenewal ? 'renovado' : 'obtenido'
        case 'opened':
          return `creada en ${duration(happening.opened.tookMs)}`
        case 'live':
          return 'el canal está abierto'
        case 'events':
          return `${events(happening.events)}${happening.gap ? ', y algo se perdió: se lee todo de nuevo' : ''}`
        case 'interrupted':
          return happening.because === null ? '' : brief(happening.because)
        case 'liveAgain':
          return `tras ${duration(happening.afterMs)}`
        case 'elsewhere':
          return 'otro cliente sondea el mismo canal'
        case 'lockedOut':
          return 'el token ha terminado, y solo la persona puede obtener otro'
        case 'ended':
          return brief(happening.because)
      }
    },
  },
}
