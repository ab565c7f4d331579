/** In which ways a person can be reached. Source: UCWA reference, "contactSupportedModalities", "ModalityType". */
import type { Endpoint } from './presence-model.ts'
import type { DeviceType, Modality } from './world-model.ts'

/** What each kind of device takes by itself. (Our choice; a UCWA application says with makeMeAvailable what it takes.) */
export const TAKEN_BY: { readonly [device in DeviceType]: readonly Modality[] } = {
  PC: ['Audio', 'Video', 'Messaging'],
  Mobile: ['Audio', 'Video', 'Messaging'],
  DeskPhone: ['Audio'],
  Web: [],
  Unknown: [],
}

/** As makeMeAvailable's page names them; those of sharing are no member of "ModalityType", so nobody is shown them. */
export const MODALITIES = [
  'Audio',
  'Video',
  'PhoneAudio',
  'ApplicationSharing',
  'Messaging',
  'DataCollaboration',
  'PanoramicVideo',
] as const satisfies readonly Modality[]

/**
 * What any endpoint takes; and "PhoneAudio is now possible because a telephone number was given" (the page, "Events").
 * @param hasNumber Whether the viewer is shown a telephone number.
 */
export const modalitiesOf = (endpoints: readonly Endpoint[], hasNumber: boolean): readonly Modality[] =>
  MODALITIES.filter(
    (modality) =>
      (hasNumber && modality === 'PhoneAudio') ||
      endpoints.some(({ modalities }) => modalities.includes(modality)),
  )
