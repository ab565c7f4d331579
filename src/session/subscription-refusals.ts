import { isPassing, type UcwaFailure } from '../ucwa/errors.ts'

// What a subscription's refusal means for the next request.

/** Of a lost application the channel finds out by itself, opens another, and tells us to renew. */
export const isWorthAnother = (failure: UcwaFailure): boolean =>
  isPassing(failure) || failure.kind === 'applicationGone'

/** It takes nobody else, or there may be no more of them. Source: UCWA reference, "presenceSubscriptions", POST. */
export const isLimit = (failure: UcwaFailure): boolean =>
  failure.kind === 'refused' &&
  (failure.status === 413 ||
    failure.reason.subcode === 'LimitExceeded' ||
    failure.reason.code === 'LimitExceeded')

/** Fewer of them, or others, might be accepted. Not so for a person who may not subscribe at all. */
export const isAboutWhom = (failure: UcwaFailure): boolean =>
  failure.kind === 'refused' && (failure.status === 400 || isLimit(failure))
