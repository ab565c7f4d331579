import { useDiagnosticsWords } from '../words/use-diagnostics-words.ts'
import { useWords } from '../words/words.ts'
import { minutesOf } from './request-minutes.ts'

type RequestChartProps = { byMinute: ReadonlyMap<number, number>; nowMs: number }

/** So many times the usual minute stands out. (Our choice.) */
const STANDS_OUT = 2

/** A bar a minute; the minutes that asked much more than most stand out. */
export function RequestChart({ byMinute, nowMs }: RequestChartProps) {
  const { requests } = useDiagnosticsWords()
  const { moments } = useWords()
  const minutes = minutesOf(byMinute, nowMs)
  const counts = minutes.map(({ count }) => count)
  const most = Math.max(1, ...counts)
  const busy = counts.filter((count) => count > 0).toSorted((one, other) => one - other)
  const usual = busy[Math.floor(busy.length / 2)] ?? 0
  const [first, last] = [minutes[0], minutes.at(-1)]
  return (
    <div className="diagnostics-chart" role="img" aria-label={requests.chart(Math.max(0, ...counts))}>
      <div className="diagnostics-bars">
        {minutes.map(({ atMs, count }) => (
          <div
            key={atMs}
            className={
              count > usual * STANDS_OUT
                ? 'diagnostics-chart-bar diagnostics-chart-bar-high'
                : 'diagnostics-chart-bar'
            }
            style={{ blockSize: `${(count / most) * 100}%` }}
          />
        ))}
      </div>
      <div className="diagnostics-axis">
        <span>{first === undefined ? null : moments.clock(first.atMs)}</span>
        <span>{requests.unit}</span>
        <span>{last === undefined ? null : moments.clock(last.atMs)}</span>
      </div>
    </div>
  )
}
