import { Segmented } from 'antd'
import { useState } from 'react'
import type { BotCount } from '../../api/types'
import { sayNumber } from '../../shared/time'
import { ErrorState, Figure, Figures, Section, SkeletonRows } from '../../shared/ui'
import { sayShare } from '../insight'
import { useNumbers } from './api'
import styles from './BotPage.module.css'
import { botCopy } from './copy'

const share = (part: number, all: number) => (all === 0 ? null : part / all)

/** How the assistant did in the last days. */
export function NumbersPart() {
  const t = botCopy.use()
  const [days, setDays] = useState(7)
  const { data, error, refetch } = useNumbers(days)
  return (
    <Section
      title={t.numbersQuestion(days)}
      extra={<Segmented options={[7, 30, 90]} value={days} onChange={setDays} />}
    >
      {error !== null && (
        <ErrorState error={error} over={data !== undefined} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <SkeletonRows rows={4} />}
      {data !== undefined && data.all.sessions === 0 && <p className={styles.soft}>{t.noNumbers}</p>}
      {data !== undefined && data.all.sessions > 0 && (
        <>
          <Figures>
            <Figure
              label={t.numbers.contained}
              value={sayShare(share(data.all.contained, data.all.known))}
              means={t.means.contained(data.all.contained, data.all.known)}
            />
            <Figure
              label={t.numbers.sessions}
              value={sayNumber(data.all.sessions)}
              means={t.means.sessions}
            />
            <Figure
              label={t.numbers.handed}
              value={sayShare(share(data.all.handedOver, data.all.ended))}
              means={t.means.handed(data.all.handedOver)}
            />
            <Figure
              label={t.numbers.clarified}
              value={sayShare(share(data.chosen, data.asked))}
              means={t.means.clarified(data.asked)}
            />
          </Figures>
          <div className={styles.columns}>
            <Counts
              title={t.byIntent}
              rows={data.byIntent}
              name={(key) => (key === null ? t.unknownIntent : (t.matters[key] ?? key))}
            />
            <Counts
              title={t.byChannel}
              rows={data.byChannel}
              name={(key) => t.channels[key as keyof typeof t.channels] ?? key}
            />
            <div>
              <h3>{t.reasonsTitle}</h3>
              <table className={styles.table}>
                <tbody>
                  {data.reasons.map((one) => (
                    <tr key={one.reason}>
                      <td>{t.reasons[one.reason] ?? one.reason}</td>
                      <td className="tabular">{sayNumber(one.count)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </div>
        </>
      )}
    </Section>
  )
}

function Counts(props: { title: string; rows: BotCount[]; name: (key: string | null) => string }) {
  const t = botCopy.use()
  return (
    <div>
      <h3>{props.title}</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t.columns.matter}</th>
            <th scope="col">{t.columns.sessions}</th>
            <th scope="col">{t.columns.handed}</th>
            <th scope="col">{t.columns.contained}</th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.key ?? ''} className="tabular">
              <td>{props.name(row.key)}</td>
              <td>{sayNumber(row.sessions)}</td>
              <td>{sayShare(share(row.handedOver, row.ended))}</td>
              <td>{sayShare(share(row.contained, row.known))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
