import { cx } from '../../../shared/ui'
import { sopCopy } from '../copy'
import { type Arrow, type Node, type Picture, pictureOf, warningShare } from '../model'
import type { SopStage } from '../types'
import { sayMinutes, sayRepeat, sayWarnings } from '../words'
import styles from './Picture.module.css'

const LABEL = 92
const WIDTH = 156
const GAP = 40
const HEAD = 34
const HEARD = 66
const LANE = 104
const NODE = 78

interface Props {
  stages: SopStage[]
  /** Which stages have flaws or are changed, by their place in the list. */
  flawed: Set<number>
  changed: Set<number>
  onOpen: (index: number) => void
}

/** The SOP as lanes of responsible parties and columns of stages, with limits, warnings and the ways between them. */
export function SopPicture({ stages, flawed, changed, onOpen }: Props) {
  const t = sopCopy.use()
  const picture = pictureOf(stages)
  const width = LABEL + picture.columns.length * (WIDTH + GAP)
  const height = HEAD + HEARD + picture.lanes.length * LANE
  return (
    <div className={styles.scroll}>
      <div className={styles.canvas} style={{ width, minWidth: '100%', height }}>
        <div className={styles.lane} style={{ top: HEAD, height: HEARD }}>
          <span className={styles.laneName}>{t.customerHears}</span>
        </div>
        {picture.lanes.map((party, lane) => (
          <div key={party} className={styles.lane} style={{ top: HEAD + HEARD + lane * LANE, height: LANE }}>
            <span className={styles.laneName}>{t.party[party]}</span>
          </div>
        ))}
        <Lines picture={picture} width={width} height={height} />
        {picture.columns.map((column, index) => (
          <div key={column} className={styles.column} style={{ left: left(index), width: WIDTH }}>
            {index + 1} {t.stage[column]}
          </div>
        ))}
        {picture.texts.map(
          (text, index) =>
            text !== '' && (
              <div
                key={picture.columns[index]}
                className={styles.heard}
                title={text}
                style={{ left: left(index), top: HEAD + 5, width: WIDTH, maxHeight: HEARD - 10 }}
              >
                {text}
              </div>
            ),
        )}
        {picture.nodes.map((node) => (
          <NodeBox
            key={node.index}
            node={node}
            flawed={flawed.has(node.index)}
            changed={changed.has(node.index)}
            onOpen={() => onOpen(node.index)}
          />
        ))}
      </div>
    </div>
  )
}

const left = (column: number) => LABEL + column * (WIDTH + GAP)
const top = (lane: number) => HEAD + HEARD + lane * LANE + (LANE - NODE) / 2

interface BoxProps {
  node: Node
  flawed: boolean
  changed: boolean
  onOpen: () => void
}

function NodeBox({ node, flawed, changed, onOpen }: BoxProps) {
  const t = sopCopy.use()
  const { stage } = node
  const words = [
    `${t.stage[stage.stage]} ${t.party[stage.party]}`,
    sayMinutes(stage.normalMinutes),
    t.urgentLimit(sayMinutes(stage.urgentMinutes)),
    sayWarnings(stage.warnings),
    sayRepeat(stage),
  ]
  return (
    <button
      type="button"
      className={cx(styles.node, changed && styles.changed, flawed && styles.flawed)}
      style={{ left: left(node.column), top: top(node.lane), width: WIDTH, height: NODE }}
      title={words.join('\n')}
      aria-label={words.join('，')}
      onClick={onOpen}
    >
      <span className={styles.limit}>{sayMinutes(stage.normalMinutes)}</span>
      <span className={styles.urgent}>{t.urgentLimit(sayMinutes(stage.urgentMinutes))}</span>
      <span className={styles.bar}>
        {stage.warnings.map((warning, index) => {
          const share = warningShare(warning, stage.normalMinutes)
          return (
            share !== null && (
              // biome-ignore lint/suspicious/noArrayIndexKey: warnings have no other name
              <span key={index} className={styles.tick} style={{ left: `${share * 100}%` }} />
            )
          )
        })}
        <span className={cx(styles.tick, styles.end)} style={{ right: 0 }} />
      </span>
    </button>
  )
}

function Lines({ picture, width, height }: { picture: Picture; width: number; height: number }) {
  const t = sopCopy.use()
  return (
    <svg className={styles.lines} width={width} height={height} aria-hidden="true">
      <defs>
        {(['accent', 'act'] as const).map((colour) => (
          <marker
            key={colour}
            id={`sop-${colour}`}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path d="M0 0 8 4 0 8z" fill={`var(--${colour})`} />
          </marker>
        ))}
      </defs>
      {picture.arrows.map((arrow) => (
        <path
          key={`${arrow.kind} ${arrow.from.index} ${arrow.to.index}`}
          d={way(arrow)}
          fill="none"
          stroke={arrow.kind === 'next' ? 'var(--accent)' : 'var(--act)'}
          strokeWidth="1.5"
          strokeDasharray={arrow.kind === 'next' ? undefined : '4 3'}
          markerEnd={`url(#sop-${arrow.kind === 'next' ? 'accent' : 'act'})`}
        />
      ))}
      {picture.arrows
        .filter((arrow) => arrow.kind === 'escalation' && arrow.to.lane === arrow.from.lane + 1)
        .map((arrow) => (
          <text
            key={`${arrow.from.index} ${arrow.to.index}`}
            x={left(arrow.from.column) + WIDTH / 2 + 8}
            y={top(arrow.from.lane) + NODE + (LANE - NODE) / 2 + 4}
            fontSize="11"
            fill="var(--act)"
          >
            {t.escalates}
          </text>
        ))}
    </svg>
  )
}

/** A next stage is reached from the side, an escalation from above. */
function way({ from, to, kind }: Arrow): string {
  if (kind === 'escalation') {
    const x = left(from.column) + WIDTH / 2
    const down = to.lane > from.lane
    const begin = top(from.lane) + (down ? NODE : 0)
    const end = top(to.lane) + (down ? -2 : NODE + 2)
    return `M${x} ${begin} L${x} ${end}`
  }
  const x1 = left(from.column) + WIDTH
  const y1 = top(from.lane) + NODE / 2
  const x2 = left(to.column) - 2
  const y2 = top(to.lane) + NODE / 2
  const bend = GAP / 2
  return `M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`
}
