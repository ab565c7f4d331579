import type { Contact } from '../../ucwa/contact.ts'

/** Federated, or out of a public cloud. Source: UCWA reference, "SourceNetwork". */
export const isOtherCompany = ({ sourceNetwork }: Contact): boolean =>
  sourceNetwork !== null && sourceNetwork !== 'SameEnterprise'
