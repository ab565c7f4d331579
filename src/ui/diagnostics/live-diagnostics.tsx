import { DiagnosticsPage } from './diagnostics-page.tsx'
import { useFacts } from './use-facts.ts'

/** The page while there is something to serve it: it goes on as things happen. */
export const LiveDiagnostics = () => <DiagnosticsPage facts={useFacts()} />
