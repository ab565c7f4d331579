import type { Features } from '../ucwa/config.ts'
import { useServices } from './services.ts'

/** False where the administrator has switched it off: then nothing of it is on the screen. */
export const useFeature = (feature: keyof Features): boolean => useServices().configuration.features[feature]
