import type { enInstalled } from '../en/installed.ts'

export const esInstalled: typeof enInstalled = {
  offline: 'Este equipo no tiene conexión.',
  offlineHint: 'El tablero se abre cuando vuelva la red.',
  noAnswer: 'El servidor web del tablero no responde.',
  noAnswerHint:
    'El tablero se abrirá solo en cuanto responda. Fuera de la oficina, comprueba que la VPN esté conectada.',
  serverFailed: (status) => `El servidor web del tablero responde con un error (estado ${status}).`,
  serverFailedHint: 'El tablero se abrirá solo en cuanto se resuelva. Si continúa, avisa a tu administrador.',
  newVersion: 'Hay una versión nueva.',
  useItNow: 'Usarla ahora',
}
