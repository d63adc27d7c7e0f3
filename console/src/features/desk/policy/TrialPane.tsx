import { Button, Progress } from 'antd'
import type { Policy, PolicyTrial, TrialLine } from '../../../api/types'
import { sayNumber, sayTime } from '../../../shared/time'
import { cx, EmptyState, Section } from '../../../shared/ui'
import { saySeconds, sayShare } from '../../insight'
import { deskCopy } from '../copy'
import { clock } from '../model'
import { policyCopy } from './copy'
import { share } from './model'
import styles from './Policy.module.css'

const MINUTE = 60

interface Props {
  policy: Policy
  mayTry: boolean
  asking: boolean
  onTry: () => void
}

/** What last week would have been: this version and the one in force, side by side. */
export function TrialPane({ policy, mayTry, asking, onTry }: Props) {
  const t = policyCopy.use()
  const { trial } = policy
  const under = trial?.state === 'QUEUED' || trial?.state === 'RUNNING'
  return (
    <Section
      title={t.trial}
      extra={
        mayTry && (
          <Button
            size="small"
            type={trial === null ? 'primary' : 'default'}
            loading={asking}
            disabled={under}
            onClick={onTry}
          >
            {trial === null ? t.run : t.again}
          </Button>
        )
      }
    >
      {trial === null && <EmptyState title={t.never}>{t.neverHint}</EmptyState>}
      {under && (
        <div aria-live="polite">
          <Progress percent={100} status="active" showInfo={false} size="small" />
          <span className={styles.soft}>{t.running}</span>
        </div>
      )}
      {trial?.state === 'FAILED' && <p className={styles.bad}>{t.failed}</p>}
      {trial?.state === 'DONE' && <Outcome trial={trial} />}
    </Section>
  )
}

function Outcome({ trial }: { trial: PolicyTrial }) {
  const t = policyCopy.use()
  const now = Date.now()
  const { whole, tooLittle } = trial
  const few = [...trial.channels, ...trial.desks].some(({ line }) => !line.enough)
  return (
    <>
      {!trial.current && <p className={styles.bad}>{t.stale}</p>}
      {tooLittle !== null && (
        <p>
          {tooLittle === 'FEW_CONTACTS'
            ? t.tooLittle.FEW_CONTACTS(whole?.base.contacts ?? 0)
            : t.tooLittle[tooLittle]}
        </p>
      )}
      {whole !== null && (
        <>
          {tooLittle === null && <Verdict line={whole} />}
          <FigureBars trial={trial} line={whole} />
          <ByChannel trial={trial} />
          <ByDesk trial={trial} />
          {few && <p className={styles.soft}>* {t.fewHere}</p>}
          <p className={styles.soft}>
            {t.how(
              sayNumber(whole.base.contacts),
              sayNumber(trial.agents),
              sayTime(trial.from, now),
              sayTime(trial.until, now),
              trial.base,
            )}{' '}
            {trial.oneIn > 1 && t.sampled(trial.oneIn)}
          </p>
          <p className={styles.soft}>{t.assumed}</p>
        </>
      )}
    </>
  )
}

function Verdict({ line }: { line: TrialLine }) {
  const t = policyCopy.use()
  const better = sayNumber(line.better)
  const worse = sayNumber(line.worse)
  if (line.better + line.worse === 0) return <p className={styles.verdict}>{t.same}</p>
  if (!line.clear) return <p className={styles.verdict}>{t.unclear(better, worse)}</p>
  return line.better > line.worse ? (
    <p className={cx(styles.verdict, styles.good)}>{t.clearBetter(better, worse)}</p>
  ) : (
    <p className={cx(styles.verdict, styles.bad)}>{t.clearWorse(better, worse)}</p>
  )
}

/** To the second, for a minute more or less is what it is about. */
function sayWait(seconds: number | null): string {
  return seconds === null || seconds < MINUTE ? saySeconds(seconds) : clock(Math.round(seconds))
}

interface Pair {
  name: string
  hint?: string
  base: number | null
  tried: number | null
  say: (value: number | null) => string
  most?: number
}

function pairs(trial: PolicyTrial, line: TrialLine, t: ReturnType<typeof policyCopy.use>): Pair[] {
  const { base, tried } = line
  const { baseSpread, triedSpread } = trial
  const rounded = (value: number | null) =>
    value === null ? '–' : (Math.round(value * 100) / 100).toFixed(2)
  return [
    {
      name: t.figure.service,
      base: share(base.inTime, base.contacts),
      tried: share(tried.inTime, tried.contacts),
      say: sayShare,
      most: 1,
    },
    { name: t.figure.average, base: base.averageWait, tried: tried.averageWait, say: sayWait },
    { name: t.figure.ninetieth, base: base.ninetieth, tried: tried.ninetieth, say: sayWait },
    {
      name: t.figure.gaveUp,
      base: share(base.gaveUp, base.contacts),
      tried: share(tried.gaveUp, tried.contacts),
      say: sayShare,
    },
    {
      name: t.figure.back,
      base: share(base.backToKnown, base.known),
      tried: share(tried.backToKnown, tried.known),
      say: sayShare,
      most: 1,
    },
    {
      name: t.figure.elsewhere,
      hint: t.elsewhereHint,
      base: base.elsewhere === null ? null : share(base.elsewhere, base.contacts - base.gaveUp),
      tried: tried.elsewhere === null ? null : share(tried.elsewhere, tried.contacts - tried.gaveUp),
      say: sayShare,
      most: 1,
    },
    {
      name: t.figure.spread,
      hint: t.spreadHint,
      base: baseSpread?.unevenness ?? null,
      tried: triedSpread?.unevenness ?? null,
      say: rounded,
      most: 1,
    },
    {
      name: t.figure.busy,
      base: baseSpread?.busy ?? null,
      tried: triedSpread?.busy ?? null,
      say: sayShare,
      most: 1,
    },
  ]
}

/** Each figure as two bars of one scale. */
function FigureBars({ trial, line }: { trial: PolicyTrial; line: TrialLine }) {
  const t = policyCopy.use()
  return (
    <div className={styles.figures}>
      {pairs(trial, line, t).map((pair) => {
        const most = pair.most ?? Math.max(pair.base ?? 0, pair.tried ?? 0, 1e-9)
        const sides = [
          [t.side.base, pair.base, ''],
          [t.side.tried, pair.tried, styles.tried],
        ] as const
        return (
          <div key={pair.name} className={styles.figure}>
            <h4 title={pair.hint}>{pair.name}</h4>
            {sides.map(([side, value, style]) => (
              <div key={side} className={styles.bar}>
                <span className={styles.soft}>{side}</span>
                <span aria-hidden="true">
                  <i className={style} style={{ width: `${(100 * (value ?? 0)) / most}%` }} />
                </span>
                <strong className="tabular">{pair.say(value)}</strong>
              </div>
            ))}
            {pair.hint !== undefined && <span className={styles.soft}>{pair.hint}</span>}
          </div>
        )
      })}
    </div>
  )
}

function ByChannel({ trial }: { trial: PolicyTrial }) {
  const t = policyCopy.use()
  const names = deskCopy.use().channel
  if (trial.channels.length === 0) return null
  return (
    <Lines title={t.byChannel} last={t.patience}>
      {trial.channels.map(({ channel, line, patience }) => (
        <tr key={channel}>
          <td>{names[channel]}</td>
          <Cells line={line} />
          <td className={styles.soft}>
            {patience === null
              ? ''
              : patience.meanSeconds === null
                ? t.noneLeft
                : t.leftCount(patience.left, saySeconds(patience.meanSeconds))}
          </td>
        </tr>
      ))}
    </Lines>
  )
}

function ByDesk({ trial }: { trial: PolicyTrial }) {
  const t = policyCopy.use()
  if (trial.desks.length < 2) return null
  return (
    <Lines title={t.byDesk} last="">
      {trial.desks.map(({ unit, line }) => (
        <tr key={unit.code}>
          <td>{unit.name}</td>
          <Cells line={line} />
          <td />
        </tr>
      ))}
    </Lines>
  )
}

function Lines(props: { title: string; last: string; children: React.ReactNode }) {
  const t = policyCopy.use()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too
    <div className={styles.scroll} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{props.title}</th>
            <th className={styles.number}>{t.contacts}</th>
            <th className={styles.number}>{t.figure.service}</th>
            <th className={styles.number}>{t.figure.ninetieth}</th>
            <th className={styles.number}>{t.figure.gaveUp}</th>
            <th>{props.last}</th>
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </div>
  )
}

/** From what is now to what it would be. */
function Cells({ line }: { line: TrialLine }) {
  const t = policyCopy.use()
  const { base, tried, enough } = line
  const from = (one: string, other: string) => (one === other ? one : `${one} → ${other}`)
  const meaning = !enough || !line.clear ? '' : line.better > line.worse ? styles.good : styles.bad
  return (
    <>
      <td className={styles.number} title={enough ? undefined : t.fewHere}>
        {sayNumber(base.contacts)}
        {!enough && ' *'}
      </td>
      <td className={cx(styles.number, meaning)}>
        {from(sayShare(share(base.inTime, base.contacts)), sayShare(share(tried.inTime, tried.contacts)))}
      </td>
      <td className={styles.number}>{from(sayWait(base.ninetieth), sayWait(tried.ninetieth))}</td>
      <td className={styles.number}>
        {from(sayShare(share(base.gaveUp, base.contacts)), sayShare(share(tried.gaveUp, tried.contacts)))}
      </td>
    </>
  )
}
