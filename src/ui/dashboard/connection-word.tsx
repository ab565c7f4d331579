import { PlugDisconnectedRegular } from '@fluentui/react-icons/svg/plug-disconnected'
import { PulseRegular } from '@fluentui/react-icons/svg/pulse'
import { WifiOffRegular } from '@fluentui/react-icons/svg/wifi-off'
import { useStore } from 'zustand'
import type { Connection } from '../../state/channel-store.ts'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import type { Words } from '../words/words.ts'
import './connection-word.css'

/** "Live", or what else the connection is. Changes at once, however short the trouble. */
export function ConnectionWord() {
  const words = useWords()
  const { kind } = useStore(useServices().channelStore, (view) => view.connection)
  return (
    <p className={kind === 'live' ? 'connection-word' : 'connection-word connection-word-not-live'}>
      <Icon kind={kind} />
      <span className="connection-word-text">{connectionWord(words, kind)}</span>
    </p>
  )
}

function Icon({ kind }: Pick<Connection, 'kind'>) {
  if (kind === 'live' || kind === 'connecting') return <PulseRegular fontSize={20} aria-hidden="true" />
  if (kind === 'offline') return <WifiOffRegular fontSize={20} aria-hidden="true" />
  return <PlugDisconnectedRegular fontSize={20} aria-hidden="true" />
}

function connectionWord({ connection }: Words, kind: Connection['kind']): string {
  switch (kind) {
    case 'live':
    case 'connecting':
    case 'reconnecting':
    case 'offline':
      return connection[kind]
    case 'elsewhere':
    case 'signedOut':
    case 'failed':
      return connection.notLive
  }
}
