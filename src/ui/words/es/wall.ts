import type { enWall } from '../en/wall.ts'
import { moments } from './grammar.ts'

export const esWall: typeof enWall = {
  title: 'Pantalla mural',
  open: 'Pantalla mural',
  openHint: 'En grande, para una pantalla en la pared',
  region: 'Pantalla mural',
  page: (page, pages) => `Página ${moments.number(page)} de ${moments.number(pages)}`,
  notesHidden: 'Notas ocultas',
  availableOf: (available, all) => `${moments.number(available)} de ${moments.number(all)}`,
  people: 'Personas',
  reading: 'Leyendo tus contactos',
  nobody: 'No hay nadie en esta pantalla mural.',
  signingInAgain:
    'La sesión ha terminado. Esta pantalla lo vuelve a intentar cada minuto; para iniciar sesión a mano, pulsa Esc.',
  tryingAgain: 'Esta pantalla lo vuelve a intentar cada minuto.',
  bySign: 'Para salir, pulsa Esc.',
  notSignedIn: 'Esta pantalla mural no ha iniciado sesión',
  notSignedInHint: 'Inicia sesión aquí para volver a mostrarla. Solo mira.',

  choose: {
    hint: 'Solo mira: mientras está abierta, nadie te ve aquí por esta página. Con Esc se sale.',
    groups: 'Grupos',
    groupsHint: 'Ninguno elegido: todas las personas de tu lista.',
    groupsHintBut:
      'Ninguno elegido: todas las personas de tu lista, salvo las que solo están en grupos de distribución.',
    people: 'Otras personas',
    find: 'Buscar a alguien en tu lista',
    heading: 'Título',
    notes: 'Mostrar notas',
    dark: 'Oscuro',
    light: 'Claro',
    system: 'Como el sistema',
    theme: 'Colores',
    open: 'Abrir',
    copy: 'Copiar dirección',
    copied: 'Copiada',
    bookmark:
      'La dirección abre justo esta pantalla mural: guárdala como marcador o como página de inicio de la pantalla.',
    cancel: 'Cancelar',
  },
}
