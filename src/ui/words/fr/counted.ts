const number = new Intl.NumberFormat('fr-FR')
const plural = new Intl.PluralRules('fr-FR')

/**
 * "0 personne", "1 personne", "2 personnes", "1 000 000 de personnes"
 *
 * @param one - the word as it stands after 0 and 1
 * @param several - the word as it stands after all other numbers
 */
export function counted(count: number, one: string, several: string): string {
  const category = plural.select(count)
  if (category === 'many') {
    return `${number.format(count)} ${/^[aeéiou]/.test(several) ? 'd’' : 'de '}${several}`
  }
  return `${number.format(count)} ${category === 'one' ? one : several}`
}
