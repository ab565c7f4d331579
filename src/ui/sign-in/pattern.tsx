import './pattern.css'

/** People as one will see them, without colours and names: c is somebody who is there. The rest are the other signs. */
const ROWS = [
  'dorqllo',
  'ilchroo',
  'rllddci',
  'lqdllho',
  'lcihill',
  'dihclll',
  'lhrhllc',
  'dircidi',
  'drqdrcq',
] as const
const STEP_PX = 78

/** Decorative, and only where there is room for it. */
export function Pattern() {
  const size = { width: STEP_PX * ROWS[0].length, height: STEP_PX * ROWS.length }
  return (
    <svg className="pattern" aria-hidden="true">
      <pattern id="people-pattern" patternUnits="userSpaceOnUse" {...size}>
        {ROWS.map((row, y) =>
          Array.from(row, (kind, x) => (
            <g
              key={`${x} ${y}`}
              className={`pattern-${kind}`}
              transform={`translate(${(x + 0.5) * STEP_PX} ${(y + 0.5) * STEP_PX})`}
            >
              <circle r={kind === 'd' || kind === 'l' || kind === 'c' ? 22 : 20.6} />
              {(kind === 'h' || kind === 'i') && <path d="M-15 3a15 15 0 0 0 30 0z" />}
              {kind === 'c' && <path d="M-9.5 0.5 -3 7 9.5 -5.5" />}
            </g>
          )),
        )}
      </pattern>
      <rect width="100%" height="100%" fill="url(#people-pattern)" />
    </svg>
  )
}
