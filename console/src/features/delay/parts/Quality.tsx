import { useBusinessNow } from '../../../shared/clock/clock'
import { sayNumber, sayTime } from '../../../shared/time'
import { EmptyState, ErrorState, Section, SkeletonRows, Tag } from '../../../shared/ui'
import { type Ahead, type Board, type Measured, useVersions, type Version } from '../api'
import { delayCopy } from '../copy'
import styles from '../DelayPage.module.css'
import { sayShare } from '../model'
import { Calibration } from './Calibration'

/** How right the forecasts in force were when they were tried, and what was learnt before. */
export function Quality({ board }: { board: Board | undefined }) {
  const t = delayCopy.use()
  return (
    <>
      {board?.version != null && <Trial version={board.version} />}
      <Section title={t.quality.versions}>
        <Versions />
      </Section>
    </>
  )
}

function Trial({ version }: { version: Version }) {
  const t = delayCopy.use()
  const now = useBusinessNow()
  return (
    <Section title={t.quality.title}>
      <p className={styles.soft}>
        {t.quality.version(version.number, sayTime(version.learntAt, now))} ·{' '}
        {t.quality.from(sayNumber(version.parcels), sayTime(version.knownUntil, now))} ·{' '}
        {t.quality.tried(sayTime(version.triedFrom, now), sayTime(version.triedUntil, now))}
      </p>
      <div className={styles.trials}>
        {version.figures.ahead.map((ahead) => (
          <AheadView key={ahead.hours} ahead={ahead} />
        ))}
      </div>
      <p className={styles.soft}>
        {t.quality.calibration}：{t.quality.calibrationMeans}
      </p>
    </Section>
  )
}

function AheadView({ ahead }: { ahead: Ahead }) {
  const t = delayCopy.use()
  const q = t.quality
  const share = (value: number | null) => (value === null ? q.nothing : sayShare(value))
  const rows: [string, string, (one: Measured) => string][] = [
    [q.precision, q.precisionMeans, (one) => share(one.precision)],
    [q.recall, q.recallMeans, (one) => (one.recall === null ? '—' : sayShare(one.recall))],
    [q.auroc, q.aurocMeans, (one) => sayShare(one.auroc)],
    [q.brier, q.brierMeans, (one) => one.brier.toFixed(3)],
  ]
  return (
    <article className={styles.trial}>
      <h3>{q.ahead(ahead.hours)}</h3>
      <p className={styles.soft}>{q.cases(sayNumber(ahead.cases), sayShare(ahead.missedShare))}</p>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{q.forecast}</th>
            <th scope="col">{q.clock}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([title, means, say]) => (
            <tr key={title}>
              <th scope="row" title={means}>
                {title}
              </th>
              <td className="tabular">{say(ahead.forecast)}</td>
              <td className="tabular">{say(ahead.clock)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Calibration tenths={ahead.calibration} />
    </article>
  )
}

function Versions() {
  const t = delayCopy.use()
  const now = useBusinessNow()
  const { data, error, refetch } = useVersions()
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <SkeletonRows rows={4} height={34} />
  if (data.length === 0) return <EmptyState title={t.quality.none}>{t.learning}</EmptyState>
  const columns = t.quality.columns
  return (
    <div className={styles.scrolls}>
      <table className={styles.versions}>
        <thead>
          <tr>
            {Object.values(columns).map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.map((one) => {
            const twelve = one.figures.ahead.find((ahead) => ahead.hours === 12)?.forecast
            return (
              <tr key={one.number}>
                <td className="tabular">
                  {one.number} {one.inForce && <Tag meaning="good">{t.quality.inForce}</Tag>}
                </td>
                <td className="tabular">{sayTime(one.learntAt, now)}</td>
                <td>{t.quality.verdicts[one.verdict]}</td>
                <td className="tabular">{sayNumber(one.parcels)}</td>
                <td className="tabular">{twelve?.precision == null ? '—' : sayShare(twelve.precision)}</td>
                <td className="tabular">{twelve?.recall == null ? '—' : sayShare(twelve.recall)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
