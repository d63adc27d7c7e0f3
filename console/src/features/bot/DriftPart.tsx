import { sayNumber } from '../../shared/time'
import { ErrorState, Section, SkeletonRows } from '../../shared/ui'
import { sayShare } from '../insight'
import { useDrift } from './api'
import styles from './BotPage.module.css'
import { botCopy } from './copy'

/** How well it understood from week to week. */
export function DriftPart() {
  const t = botCopy.use()
  const { data, error, refetch } = useDrift()
  return (
    <Section title={t.driftQuestion}>
      <p className={styles.hint}>{t.driftHint}</p>
      {error !== null && (
        <ErrorState error={error} over={data !== undefined} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <SkeletonRows rows={3} />}
      {data?.length === 0 && <p className={styles.soft}>{t.noNumbers}</p>}
      {data !== undefined && data.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t.week}</th>
              <th scope="col">{t.messages}</th>
              <th scope="col">{t.unclear}</th>
              <th scope="col">{t.outsideShare}</th>
              <th scope="col">{t.sureness}</th>
            </tr>
          </thead>
          <tbody>
            {data.map((week) => (
              <tr key={week.monday} className="tabular">
                <td>{week.monday}</td>
                <td>{sayNumber(week.messages)}</td>
                <td>
                  <Bar part={week.unclear / week.messages} />
                </td>
                <td>
                  <Bar part={week.outside / week.messages} />
                </td>
                <td>{sayShare(week.meanProbability)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}

function Bar({ part }: { part: number }) {
  return (
    <span className={styles.bar}>
      <span style={{ inlineSize: `${Math.round(part * 100)}%` }} />
      {sayShare(part)}
    </span>
  )
}
