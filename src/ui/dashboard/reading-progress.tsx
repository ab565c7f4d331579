import { useStore } from 'zustand'
import { FailureMessage } from '../parts/failure-message.tsx'
import { TextButton } from '../parts/text-button.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'
import { useTally } from './tally.ts'
import './reading-progress.css'

/** How many people have been read so far; gone once all have. */
export function ReadingProgress() {
  const read = useTally((tally) => tally.all.read)
  const total = useTally((tally) => tally.all.total)
  return read < total ? <Reading read={read} total={total} /> : null
}

function Reading({ read, total }: { read: number; total: number }) {
  const { cache, nowStore } = useServices()
  const words = useWords()
  // Looked at once a second: to be told of every change of every query would cost more than the reading itself.
  const isReading = useStore(nowStore, () => cache.isFetching({ queryKey: ['contactPresence'] }) > 0)
  if (!isReading) {
    return (
      <div className="reading-progress">
        <FailureMessage text={words.band.unread(total - read, total)}>
          <TextButton
            onClick={() =>
              void cache.refetchQueries({
                queryKey: ['contactPresence'],
                predicate: ({ state }) => state.status === 'error',
              })
            }
          >
            {words.band.tryNow}
          </TextButton>
        </FailureMessage>
      </div>
    )
  }
  return (
    <div className="reading-progress">
      <progress className="reading-progress-bar" value={read} max={total} aria-label={words.people.loading} />
      <p className="reading-progress-text">{words.people.read(read, total)}</p>
    </div>
  )
}
