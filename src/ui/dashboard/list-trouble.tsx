import { useStore } from 'zustand'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'

/** That the list may be out of date though the channel is live, and why: said beside it, and nothing of it is taken away. */
export function ListTrouble() {
  const { listTrouble, channelStore } = useServices()
  const { band } = useWords()
  const because = useStore(listTrouble, (trouble) => trouble.because)
  const isLive = useStore(channelStore, ({ connection }) => connection.kind === 'live')
  if (because === null || !isLive) return null // what is not live at all is told once, by the band
  return (
    <p className="band band-text" role="status">
      {band.listMayAge(because)}
    </p>
  )
}
