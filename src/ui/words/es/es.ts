import type { PreferredAvailability } from '../../../ucwa/availability.ts'
import type { UcwaFailure } from '../../../ucwa/errors.ts'
import type { Sign } from '../../parts/sign.ts'
import type { Words } from '../words.ts'
import { atTheMoment, counted, locale, moments, ofTheMoment, people } from './grammar.ts'
import { esInstalled } from './installed.ts'
import { esKeys } from './keys.ts'
import { esManage } from './manage.ts'
import { esMyPresence } from './my-presence.ts'
import { esPerson, esPrivacy } from './person.ts'
import { esPreferences } from './preferences.ts'
import { esView } from './view.ts'
import { esWall } from './wall.ts'
import { esWatching } from './watching.ts'

// Long on purpose, as English is. The reader is "tú"; states and levels are called what Skype for Business calls them.

const seconds = (count: number): string => counted(count, 'segundo', 'segundos')

const SIGN_WORDS: Readonly<Record<Sign, string>> = {
  available: 'Disponible',
  availableIdle: 'Disponible, inactivo',
  busy: 'Ocupado',
  busyIdle: 'Ocupado, inactivo',
  doNotDisturb: 'No molestar',
  beRightBack: 'Vuelvo enseguida',
  away: 'Ausente',
  offline: 'Desconectado',
  outOfOffice: 'Fuera de la oficina',
  unknown: 'Desconocido',
  blocked: 'Bloqueado',
}

const CHOICE_WORDS: Readonly<Record<PreferredAvailability, string>> = {
  Online: 'Disponible',
  Busy: 'Ocupado',
  DoNotDisturb: 'No molestar',
  BeRightBack: 'Vuelvo enseguida',
  Away: 'Mostrar como ausente',
  Offwork: 'Fuera del trabajo',
}

const ACTIVITY_WORDS: ReadonlyMap<string, string> = new Map([
  ['on-the-phone', 'Al teléfono'],
  ['in-a-call', 'Al teléfono'],
  ['in-a-conference', 'En una conferencia'],
  ['in-a-meeting', 'En una reunión'],
  ['presenting', 'Presentando'],
  ['in-presentation', 'Presentando'],
  ['urgent-interruptions-only', 'Solo interrupciones urgentes'],
  ['off-work', 'Fuera del trabajo'],
  ['out-of-office', 'Fuera de la oficina'],
])

function trouble(because: UcwaFailure): string | null {
  if (because.kind !== 'serverFailed' && because.kind !== 'refused') return null
  return because.reason.server === null
    ? String(because.status)
    : `${because.status}, ${because.reason.server}`
}

const nextTry = (inSeconds: number | null): string =>
  inSeconds === null || inSeconds <= 0 ? 'Intentando ahora.' : `Próximo intento en ${seconds(inSeconds)}.`

export const es: Words = {
  language: 'es',
  locale,
  direction: 'ltr',
  product: 'Presence Board',
  moments,

  sign: (sign) => SIGN_WORDS[sign],
  wasSign: (sign) => `último estado: ${SIGN_WORDS[sign]}`,
  choice: (wanted) => CHOICE_WORDS[wanted],
  activity: (activity) => ACTIVITY_WORDS.get(activity) ?? activity,
  lastActive: (atMs, nowMs) => `Última actividad: ${moments.ago(atMs, nowMs) ?? 'ahora mismo'}`,
  asOf: (atMs, nowMs) => `dato ${ofTheMoment(atMs, nowMs)}`,
  onMobile: 'En un móvil',
  outOfOfficeTag: 'Fuera de la oficina',
  outOfOfficeNote: (message) => `nota de fuera de la oficina: ${message}`,
  unknownBecause: {
    none: 'El servidor no conoce la presencia de esta dirección',
    notPublished: 'No se publica para ti',
    notRead: 'Sin leer todavía',
    notAnswered: 'El servidor no lo dijo',
    beyondLimit: 'El servidor no informa de más personas a la vez',
    unheardOf: (name) => `El servidor indica un estado que este tablero no conoce: ${name}`,
    otherCompany: 'Contacto externo, su empresa no responde',
  },

  installed: esInstalled,

  tab: {
    own: (state, product) => `${state} · ${product}`,
    notLive: (product) => `Sin actualizar · ${product}`,
    signIn: (product) => `Iniciar sesión · ${product}`,
    unseen: (count, title) => `(${moments.number(count)}) ${title}`,
  },

  connection: {
    live: 'En directo',
    connecting: 'Conectando…',
    reconnecting: 'Reconectando',
    offline: 'Sin red',
    notLive: 'Sin actualizar',
  },
  band: {
    connecting: 'Conectando…',
    checking: 'Comprobando qué ha cambiado…',
    notLive: (knownAtMs, nowMs) =>
      knownAtMs === null
        ? 'Sin actualizar.'
        : `Sin actualizar. Esto es lo que se sabía ${atTheMoment(knownAtMs, nowMs)}.`,
    pause: (inSeconds) =>
      inSeconds === null || inSeconds <= 0
        ? 'El servidor pidió una pausa. Se continúa ahora.'
        : `El servidor pidió una pausa. Se continúa en ${seconds(inSeconds)}.`,
    noAnswer(because, inSeconds) {
      const named = trouble(because)
      return `El servidor no responde${named === null ? '' : ` (${named})`}. ${nextTry(inSeconds)}`
    },
    tryNow: 'Intentar ahora',
    offline: (knownAtMs, nowMs) =>
      knownAtMs === null
        ? 'Este equipo no tiene conexión. El tablero se abre cuando vuelva la red.'
        : `Este equipo no tiene conexión. Esto es lo que se sabía ${atTheMoment(knownAtMs, nowMs)}.`,
    offlineThen: 'El tablero continúa cuando vuelva la red.',
    elsewhere: 'Este tablero continúa en otro sitio.',
    useHere: 'Usarlo aquí',
    signedOut: 'No has iniciado sesión.',
    signedOutThen: 'Tu sesión ha terminado. Inicia sesión para continuar; tu nota a medias se conserva.',
    signIn: 'Iniciar sesión',
    failed: 'El tablero se detuvo.',
    startAgain: 'Empezar de nuevo',
    listMayAge: (because) => {
      const named = trouble(because)
      const told =
        because.kind === 'serverFailed' || because.kind === 'refused'
          ? (because.reason.subcode ?? because.reason.message ?? because.reason.code)
          : null
      const why = [named, told].filter((part) => part !== null).join(': ')
      return `Puede que tu lista de contactos no esté al día${why === '' ? '' : ` (${why})`}. Tu propio estado funciona como siempre.`
    },
    unread: (unread, all) =>
      `No se pudo leer a ${moments.number(unread)} de ${people(all)}. El servidor no respondió por ellas.`,
  },
  announce: {
    live: 'De nuevo en directo',
    notLive: (inSeconds) =>
      inSeconds === null || inSeconds <= 0
        ? 'Sin actualizar'
        : `Sin actualizar, próximo intento en ${seconds(inSeconds)}`,
    presencePublished: (state) => `Tu estado es ${state}.`,
    presenceReset: (state) =>
      `De nuevo automático. Tu estado es ${state}. Los estados del calendario pueden tardar un poco.`,
    notePublished: 'Tu nota está publicada.',
    noteCleared: 'Tu nota está borrada.',
    found: (count) => counted(count, 'persona encontrada', 'personas encontradas'),
  },
  failure(because) {
    switch (because.kind) {
      case 'unreachable':
        return 'No se pudo llegar al servidor.'
      case 'serverFailed':
      case 'refused': {
        const words = because.reason.message ?? because.reason.subcode ?? because.reason.code
        const named = trouble(because)
        return words === null ? `El servidor respondió ${named}.` : `El servidor respondió ${named}: ${words}`
      }
      case 'signedOut':
        return 'Tu sesión ha terminado.'
      case 'applicationGone':
        return 'El servidor ha dado de baja este tablero.'
      case 'replaced':
        return 'El tablero continuó en otro sitio.'
      case 'malformed':
        return `Lo que respondió no habla como Skype for Business Server: ${because.detail}`
    }
  },
  stopped: {
    title: 'El tablero se detuvo.',
    startAgain: 'Empezar de nuevo',
  },

  mine: esMyPresence,
  me: {
    region: 'Yo',
    menu: 'Tú y este tablero',
    signedInAs: (address) => `Sesión iniciada como ${address}`,
    signOut: 'Cerrar sesión',
    diagnostics: 'Diagnóstico',
    availability: (state) => `Mi disponibilidad: ${state}. Cambiar`,
    availabilityPending: (state) => `Mi disponibilidad: ${state}, guardando. Cambiar`,
    availabilityStale: (state) => `Mi disponibilidad: ${state}`,
    saving: 'guardando…',
    automatic: 'Automático',
    showMeAs: 'Mostrarme como',
    reset: 'Restablecer a automático',
    resetHint: 'Según mi calendario y mi actividad. Los estados del calendario pueden tardar un poco.',
    showMe: 'Mostrarme',
    showMeHint: 'Los demás ven que estás aquí',
    watchOnly: 'Solo mirar',
    watchOnlyHint: 'Los demás no ven que estás aquí',
    onlyWatching: 'Solo miras',
    onlyWatchingHint: 'No publicas nada desde aquí. Para que te vean, elige «Mostrarme».',
    whyNot: 'Sin actualizar: esto se puede cambiar cuando el tablero vuelva a tener conexión.',
    noNote: 'Agregar una nota',
    noNoteReadOnly: 'Sin nota',
    note: 'Nota',
    changeNote: 'Cambiar nota',
    editNote: 'Nota para quien pueda verla',
    togetherWith: 'Junto con',
    availabilityUnchanged: 'disponibilidad sin cambios',
    publish: 'Publicar',
    cancel: 'Cancelar',
    clearNote: 'Borrar nota',
    reported: 'Se comunica tu actividad aquí',
    reportedMachine: 'Se comunica tu actividad en este equipo',
    askForMachine: 'Contar mi trabajo fuera de esta página',
    askForMachineHint: 'Tu navegador te pide permiso',
    notReported: 'No se comunica tu actividad',
  },
  publish: {
    refused: (wanted, still) => `El servidor no aceptó ${wanted}. Tu estado sigue siendo ${still}.`,
    refusedUnknown: (wanted) => `El servidor no aceptó ${wanted}.`,
    forbidden: (still) => `No tienes permiso para fijar esto aquí. Tu estado sigue siendo ${still}.`,
    onlyWatching: 'Solo miras. Elige antes «Mostrarme».',
    lost: (wanted, still) => `El servidor no ha respondido sobre ${wanted}. Tu estado sigue siendo ${still}.`,
    overdue: 'El servidor todavía no lo ha confirmado.',
    notTaken: (wanted, still) =>
      `El servidor recibió ${wanted}, pero ${still === null ? 'no lo muestra' : `te muestra como ${still}`}.`,
    noteNotTaken: 'El servidor recibió tu nota, pero no la muestra. Tu texto se conserva aquí.',
    noteRefused: 'El servidor no aceptó esta nota. Tu texto se conserva aquí.',
    noteTooLong: 'El servidor considera esta nota demasiado larga. Acórtala y vuelve a publicarla.',
    noteLost: 'El servidor no ha respondido sobre tu nota. Tu texto se conserva aquí.',
    tryAgain: 'Reintentar',
    editAgain: 'Cambiarla',
    dismiss: 'Descartar',
  },

  manage: esManage,
  preferences: esPreferences,
  keys: esKeys,
  view: esView,
  watching: esWatching,
  wall: esWall,

  people: {
    region: 'Personas',
    skip: 'Ir a las personas',
    list: 'Contactos',
    search: 'Buscar personas',
    clearSearch: 'Borrar búsqueda',
    filters: 'Mostrar',
    all: 'Todos',
    chip: {
      available: 'Disponible',
      busy: 'Ocupado',
      doNotDisturb: 'No molestar',
      away: 'Ausente',
      offline: 'Desconectado',
      unknown: 'Desconocido',
    },
    chipName: (state, count) => `${state}, ${people(count)}`,
    favourites: 'Favoritos',
    otherContacts: 'Otros contactos',
    availableOf: (available, all) =>
      `${moments.number(available)} de ${moments.number(all)} ${available === 1 ? 'disponible' : 'disponibles'}`,
    unread: (unread) => `${moments.number(unread)} sin leer`,
    count: people,
    groupName: (title, summary) => (summary === '' ? title : `${title}, ${summary}`),
    read: (read, all) => `${moments.number(read)} de ${people(all)}: leídas`,
    emptyTitle: 'Aquí no hay nadie todavía',
    emptyText:
      'Tu lista de contactos está vacía. Busca a alguien de tu empresa y agrégalo; Skype for Business lo mostrará también.',
    emptyTextElsewhere:
      'Tu lista de contactos está vacía. Quien agregues en Skype for Business aparecerá aquí.',
    emptyGroup: 'Este grupo está vacío.',
    nobody: (state) => `Nadie está en ${state} ahora.`,
    nobodyFound: (searched) => `No se encontró a nadie con «${searched}».`,
    nobodyFoundIn: (searched, state) =>
      `De quienes coinciden con «${searched}», nadie está en ${state} ahora.`,
    showAll: 'Mostrar todos',
    failed: 'No se pudo leer tu lista de contactos.',
    groupFailed: 'No se pudo leer este grupo.',
    tryAgain: 'Reintentar',
    loading: 'Leyendo tus contactos',
  },

  person: esPerson,
  privacy: esPrivacy,

  signIn: {
    title: 'Ve quién está',
    goOnAs: (address) => `Continuar como ${address}, igual que en tu otra pestaña`,
    goOnUnanswered: (address) =>
      `Tu otra pestaña no responde. Puede que ya se haya cerrado. Inicia sesión aquí como ${address}.`,
    lead: (company) =>
      company === null
        ? 'Inicia sesión con tu cuenta de trabajo.'
        : `Inicia sesión con tu cuenta de ${company}.`,
    address: 'Dirección de inicio de sesión',
    password: 'Contraseña',
    onlyWatch: 'Solo mirar',
    onlyWatchHint: 'Los demás no ven que estoy aquí',
    submit: 'Iniciar sesión',
    windows: 'Usar mi inicio de sesión de Windows',
    noPassword: {
      title: 'Sin contraseña en esta página.',
      text: 'Esta página llegó por http sin cifrar, donde cualquiera en la red podría leer una contraseña.',
      instead: 'Ábrela por https o usa tu inicio de sesión de Windows.',
    },
    page: {
      title: 'Inicia sesión en la página de tu empresa',
      text: (host) => `Se abre en una ventana propia, en ${host}.`,
      again: 'Todavía no has iniciado sesión allí.',
      open: 'Abrir la página de inicio de sesión',
      blocked: 'Este navegador no dejó abrir la ventana. Abre la página con este enlace y luego vuelve.',
      done: 'Ya he iniciado sesión allí',
      waiting: 'Esperando a que inicies sesión allí',
    },
    cameBack: 'Has iniciado sesión. Esta ventana se puede cerrar.',
    sandbox: 'Entorno de pruebas',
    sandboxHint: 'elige una persona, la contraseña se rellena sola',
    steps: {
      finding: 'Buscando tu servidor',
      signingIn: 'Iniciando sesión',
      opening: 'Abriendo tu tablero',
    },
    stepsDone: {
      finding: 'Servidor encontrado',
      signingIn: 'Sesión iniciada',
      opening: 'Tablero abierto',
    },
    tryAgain: 'Reintentar',
    back: 'Atrás',
    copy: 'Copiar',
    copied: 'Copiado',
    copyByHand: 'Seleccionar y copiar a mano',
    copyReport: 'Copiar informe completo',
    reportCopied: 'Informe copiado',
    wrongPassword: 'La dirección o la contraseña no son correctas. Comprueba ambas.',
    wrongPasswordOrWindows:
      'La dirección o la contraseña no son correctas. Comprueba ambas o usa tu inicio de sesión de Windows.',
    passwordNeeded: 'Tu servidor pide tu contraseña.',
    windowsUnasked: 'Tu servidor te conoce por tu inicio de sesión de Windows. Usa ese botón.',
    windowsRefused: 'Tu servidor no aceptó el inicio de sesión de Windows de este equipo.',
    windowsRefusedHint:
      'Funciona en equipos del dominio de la empresa cuando el navegador tiene instrucciones de usarlo con este servidor: en la zona Intranet o con la directiva AuthServerAllowlist. Un navegador que bloquea las cookies de terceros tampoco lo envía, salvo que esta página esté bajo el mismo dominio que el servidor.',
    homedOnline: 'Tu cuenta está en la nube de Microsoft.',
    homedOnlineHint: (host) =>
      `El servidor de tu empresa remite a ${host}. Presence Board solo habla con los servidores propios de la empresa; mira en Teams.`,
    badAddress:
      'Esto no es una dirección de inicio de sesión. Se parece a un correo electrónico: nombre@empresa.com.',
    notFound: (domain) => `No se encontró ningún servidor para ${domain}.`,
    notFoundHint: 'Comprueba la dirección. Fuera de la oficina puede que necesites la VPN.',
    notFoundAsked: 'Se preguntó, sin respuesta, a:',
    unknownPage: {
      title: 'Tu servidor todavía no conoce esta página',
      lead: 'Skype for Business solo habla con las direcciones web de su lista. Falta esta:',
      refused: 'El servidor rechazó esta dirección web',
      told: (host, told) => `${host} respondió 403, ${told}`,
      toldNothing: (host) => `${host} respondió 403`,
      forAdministrator: 'Para tu administrador',
      shell: 'En el Shell de administración de Skype for Business Server:',
      effect: 'Surte efecto en unos minutos. En esta página no hay que cambiar nada.',
    },
    frameRefused: 'No se pudo abrir la página de conexión del servidor.',
    frameRefusedHint: (url) => `Abre ${url} en una pestaña y mira si hay una advertencia de certificado.`,
    noGrant: 'Tu servidor no ofrece ninguna forma de iniciar sesión que esta página conozca.',
    noGrantOffered: (offered) =>
      offered.length === 0 ? 'No ofrece ninguna.' : `Ofrece: ${offered.join(', ')}.`,
    notTrusted: (origin) => `Tu servidor remite a ${origin}, que no es de confianza para esta página.`,
    notTrustedHint: (namedBy) =>
      `Lo indicó ${namedBy}. Quien mantiene esta página puede agregar el dominio a trustedDomains en config.json.`,
    notEnabled: 'Esta cuenta no está habilitada para Skype for Business.',
    other: {
      finding: 'La búsqueda de tu servidor no terminó bien.',
      signingIn: 'El inicio de sesión no terminó bien.',
      opening: 'No se pudo abrir tu tablero.',
    },
    host: (host) => `Se preguntó a: ${host}`,
  },
  signInAgain: {
    title: 'Volver a iniciar sesión',
    text: (address) =>
      `La sesión de ${address} ha terminado. El tablero queda como estaba y continúa cuando vuelvas.`,
    failed: 'Así no se inició la sesión. Comprueba la contraseña e inténtalo de nuevo.',
    openPage: 'Abrir la página de inicio de sesión',
    donePage: 'Ya he iniciado sesión allí',
    later: 'Más tarde',
    signOut: 'Cerrar sesión',
  },
  configuration: {
    title: 'La configuración tiene un error.',
    hint: 'Quien mantiene esta página puede corregirlo. Después, vuelve a cargar la página.',
  },
}
