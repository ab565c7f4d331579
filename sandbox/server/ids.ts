import { randomBytes, randomUUID } from 'node:crypto'

/**
 * Ids and tickets that nobody can guess and no restart repeats: a page that outlived a restart must not find its old
 * application's id, or its old token, in somebody else's hands. So these alone are not seeded; nothing depends on them.
 */
export const newApplicationId = (): string =>
  String(100_000_000_000 + (randomBytes(6).readUIntBE(0, 6) % 899_999_999_999))
export const newShortId = (): string => randomBytes(4).toString('hex')
export const newTicket = (): string => randomBytes(48).toString('base64url')
export const newGuid = (): string => randomUUID()
