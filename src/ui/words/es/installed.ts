import type { enInstalled } from '../en/installed.ts'

export const esInstalled: typeof enInstalled = {
  offline: 'Este equipo no tiene conexión.',
  offlineHint: 'El tablero se abre cuando vuelva la red.',
  newVersion: 'Hay una versión nueva.',
  useItNow: 'Usarla ahora',
}
