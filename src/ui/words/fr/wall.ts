import type { enWall } from '../en/wall.ts'
import { createMoments } from '../moments.ts'

const moments = createMoments('fr-FR')

export const frWall: typeof enWall = {
  title: 'Tableau mural',
  open: 'Tableau mural',
  openHint: 'Grand, pour un écran au mur',
  region: 'Tableau mural',
  page: (page, pages) => `Page ${moments.number(page)} sur ${moments.number(pages)}`,
  notesHidden: 'Notes masquées',
  availableOf: (available, all) => `${moments.number(available)} sur ${moments.number(all)}`,
  people: 'Personnes',
  reading: 'Lecture de vos contacts',
  nobody: 'Personne sur ce tableau mural.',
  signingInAgain:
    'La session est terminée. Cet écran réessaie chaque minute ; pour vous connecter à la main, appuyez sur Échap.',
  tryingAgain: 'Cet écran réessaie chaque minute.',
  bySign: 'Pour quitter, appuyez sur Échap.',
  notSignedIn: 'Ce tableau mural n’est pas connecté',
  notSignedInHint: 'Connectez-vous ici pour l’afficher à nouveau. Il ne fait qu’observer.',

  choose: {
    hint: 'Il ne fait qu’observer : tant qu’il est ouvert, personne ne vous voit présent à cause de cette page. Échap le quitte.',
    groups: 'Groupes',
    groupsHint: 'Aucun choisi : toutes les personnes de votre liste.',
    groupsHintBut:
      'Aucun choisi : toutes les personnes de votre liste, sauf celles qui ne sont que dans des groupes de distribution.',
    people: 'Personnes en plus',
    find: 'Chercher quelqu’un dans votre liste',
    heading: 'Titre',
    notes: 'Afficher les notes',
    dark: 'Sombre',
    light: 'Clair',
    system: 'Comme le système',
    theme: 'Couleurs',
    open: 'Ouvrir',
    copy: 'Copier l’adresse',
    copied: 'Copiée',
    bookmark:
      'L’adresse ouvre exactement ce tableau mural : gardez-la en favori ou comme page de démarrage de l’écran.',
    cancel: 'Annuler',
  },
}
