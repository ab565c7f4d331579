/** Every interval of a signed-in life, with its unit and on whose word it rests. Waits after failures: `lib/patience.ts`. */

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS

/**
 * How long the server may hold a pending GET that has nothing to report: by default and at least 180 s.
 * Source: UCWA reference, "events", query parameter `timeout`.
 */
export const POLL_HOLD_MS = 180 * SECOND_MS
/** A dead connection can look open for ever, so silence needs a bound: the hold, plus slack. (Our choice.) */
export const POLL_GIVE_UP_MS = POLL_HOLD_MS + 30 * SECOND_MS

/** After polls have failed in a row, the next passes for a working one once it was held so long. (Our choice.) */
export const HELD_PROOF_MS = 2 * SECOND_MS

/** A read that is refused its token so long after the channel has proved itself is another trouble. (Our choice.) */
export const REFUSED_ANEW_MS = 10 * SECOND_MS
/** Refused sooner, it waits this long for the next proof, then twice as long, and so on up to the last. (Our choice.) */
export const REFUSED_FIRST_WAIT_MS = 2 * SECOND_MS
export const REFUSED_LONGEST_WAIT_MS = 5 * MINUTE_MS

/** No other request should take longer; one that does is given up and counts as no reply. (Our choice.) */
export const REQUEST_GIVE_UP_MS = 30 * SECOND_MS

/** Signing out is not held up by a server that does not answer: it ends what is not polled by itself. (Our choice.) */
export const END_GIVE_UP_MS = 5 * SECOND_MS
/** A frame's page is small; one that has not spoken by then is refused, or not there. (Our choice.) */
export const FRAME_LOAD_GIVE_UP_MS = 15 * SECOND_MS
/** Whether a host answers at all, asked only to name the right cause of a failure. (Our choice.) */
export const ANSWERS_GIVE_UP_MS = 5 * SECOND_MS

/** How often we look whether this computer has been asleep; no sleep is noticed later than this. (Our choice.) */
export const SLEEP_CHECK_MS = 2 * SECOND_MS
/** A clock that ran on this much further was asleep: timers run every second, in a tab lately hidden too. (Our choice.) */
export const SLEEP_JUMP_MS = 10 * SECOND_MS
/** After five minutes out of sight browsers let a tab's timers run but once a minute. (Our choice, with a margin.) */
export const HIDDEN_LONG_MS = 4 * MINUTE_MS
export const HIDDEN_SLEEP_JUMP_MS = 90 * SECOND_MS

/** Asked for at each subscription, and the longest there is. Source: UCWA reference, "presenceSubscriptions". */
export const SUBSCRIPTION_MINUTES = 30
const SUBSCRIPTION_MS = SUBSCRIPTION_MINUTES * MINUTE_MS
/** Renewed this long before it lapses, so that a renewal may fail a few times. (Our choice.) */
export const RENEW_AFTER_MS = SUBSCRIPTION_MS - 8 * MINUTE_MS
/** A renewal that failed in passing is tried again after this. (Our choice.) */
export const RENEW_AGAIN_MS = 30 * SECOND_MS
/** A subscription not renewed by then has lapsed, and what it covered may have changed unheard. */
export const LAPSES_AFTER_MS = SUBSCRIPTION_MS
/** An `updated` so soon after our own renewal is its echo, and no call for another. (Our choice.) */
export const RENEWAL_ECHO_MS = 10 * SECOND_MS
/** People come in groups, which land one after the other: so long we gather them into one subscription. (Our choice.) */
export const GATHER_MS = 25

/** The default of `inactiveTimeout`: so long somebody counts as active. Source: UCWA reference, "makeMeAvailable". */
export const HERE_WITHIN_MS = 5 * MINUTE_MS
/** `reportMyActivity` is due "at least once every four minutes" (UCWA reference, "reportMyActivity"), while active. */
/** We report no more often than this, however busily somebody types, and no later than this after a touch. (Our choice.) */
export const ACTIVITY_AT_MOST_MS = MINUTE_MS

/** How long medium events are gathered for somebody who looks, and for nobody: default and least, and our choice. */
export const MEDIUM_SECONDS = 5
export const MEDIUM_HIDDEN_SECONDS = 30

/** Well above the 5 s for which medium events are aggregated ("events", parameter `medium`). (Our choice.) */
export const OVERDUE_AFTER_MS = 10 * SECOND_MS

/** A tab that leads without Web Locks says so that often; one that is silent for longer leads no more. (Our choice.) */
export const LEADER_BEAT_MS = 400
export const LEADER_SILENT_MS = 1200
/** So long a claim waits for somebody to object. (Our choice.) */
export const CLAIM_MS = 200
/** So long a tab waits to be the leader before it takes itself for a follower: a free lock is had at once. (Our choice.) */
export const LEAD_WITHIN_MS = 500
/** Who is to go on as in another tab waits so long for its tokens: it may have closed. (Our choice.) */
export const GO_ON_WITHIN_MS = 5 * SECOND_MS
/** The person's touches are passed on to the leader no more often than this. (Our choice.) */
export const TOUCH_PASSED_ON_MS = 10 * SECOND_MS

/** Busy and Do not disturb are dropped by the server itself after that. Source: "Publication behaviors of category instances". */
export const BUSY_LASTS_MS = 24 * 60 * MINUTE_MS
/** What ends later than this after its time is said to have ended late. (Our choice: timers of hidden tabs run once a minute.) */
export const LATE_AFTER_MS = 2 * MINUTE_MS
/** What the server refused to take back at its time is tried again after this. (Our choice.) */
export const TAKE_BACK_AGAIN_MS = 5 * MINUTE_MS

/** A tab may be open for weeks: so often it asks whether there is a newer version of the page. (Our choice.) */
export const VERSION_CHECK_MS = 60 * MINUTE_MS
/** Seen again, or back on the network, it asks at once, but no more often than this. (Our choice.) */
export const VERSION_CHECK_AT_MOST_MS = 10 * SECOND_MS

/** A change that the leading tab has not told by then, it never will: whoever leads after it tells nothing older. (Our choice.) */
export const TOLD_WITHIN_MS = 15 * SECOND_MS
