import { nothingBegun, type MistakeFacts } from './facts.ts'
import { DiagnosticsPage } from './diagnostics-page.tsx'

/** The page where `config.json` cannot be used: nothing was begun, so there is nothing to go on with. */
export const MistakenDiagnostics = (of: MistakeFacts) => <DiagnosticsPage facts={nothingBegun(of)} />
