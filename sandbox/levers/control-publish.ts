import { type DeviceType, type SandboxClock, type World } from '../world/world-model.ts'
import { type Publication } from './control-schemas.ts'

/** Long enough that what a test has set does not turn idle by itself. (Our choice; a desktop's own is five minutes.) */
const INACTIVE_TIMEOUT_MS = 12 * 60 * 60_000
const DEVICES: readonly DeviceType[] = ['Mobile', 'DeskPhone', 'Web']

/**
 * Somebody acts at a client that is none of the sandbox's applications: they are at that endpoint now, and publish. The
 * endpoint's device follows from its name ('mobile', 'mobile-2'); what says nothing is a PC.
 * @throws RangeError for a person whom the world does not know.
 */
export function publish(
  world: World,
  clock: SandboxClock,
  { user, endpoint = 'desktop', ...publication }: Publication,
): void {
  const deviceType = DEVICES.find((device) => endpoint.toLowerCase().startsWith(device.toLowerCase())) ?? 'PC'
  world.addEndpoint(user, { deviceType, inactiveTimeoutMs: INACTIVE_TIMEOUT_MS, id: endpoint })
  const { availability, activity, note, outOfOffice, location, meetingMinutes } = publication
  const { machine, call, presenting: isPresenting } = publication
  world.setEndpoint(user, endpoint, {
    ...(machine === undefined ? {} : { machine }),
    ...(call === undefined ? {} : { call }),
    ...(isPresenting === undefined ? {} : { isPresenting }),
  })
  if (availability !== undefined) world.setPresence(user, availability, activity ?? null)
  if (note !== undefined) world.setNote(user, note ?? '')
  if (outOfOffice !== undefined) world.setOutOfOffice(user, outOfOffice)
  if (location !== undefined) world.setLocation(user, location ?? '', endpoint)
  if (meetingMinutes !== undefined) {
    world.setMeeting(user, meetingMinutes === null ? null : clock.now() + meetingMinutes * 60_000)
  }
  if (publication.signOut === true) world.removeEndpoint(user, endpoint)
}
