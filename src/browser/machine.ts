import type { Machine } from '../session/machine.ts'

/** The browser's IdleDetector, which TypeScript does not know. @see https://wicg.github.io/idle-detection/ */
type IdleDetector = EventTarget & {
  readonly userState: 'active' | 'idle' | null
  start(options: { readonly threshold: number; readonly signal: AbortSignal }): Promise<void>
}
type IdleDetectorMaker = { new (): IdleDetector; requestPermission(): Promise<string> }

/** The least there is. */
const IDLE_AFTER_MS = 60_000

/** Null where the browser has none: not over plain http, and not in every browser. */
export function createMachine(page: Window & { readonly IdleDetector?: IdleDetectorMaker }): Machine | null {
  const { IdleDetector: Detector } = page
  if (Detector === undefined) return null
  return {
    ask: async () => (await Detector.requestPermission()) === 'granted',
    watch: async (onActive, signal) => {
      const detector = new Detector()
      const tell = (): void => onActive(detector.userState === 'active')
      detector.addEventListener('change', tell, { signal })
      await detector.start({ threshold: IDLE_AFTER_MS, signal })
      tell()
    },
  }
}
