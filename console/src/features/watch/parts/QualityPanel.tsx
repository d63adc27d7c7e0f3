import { Radio } from 'antd'
import { useState } from 'react'
import { sayNumber } from '../../../shared/time'
import { ErrorState, Section, SkeletonRows } from '../../../shared/ui'
import { useQuality } from '../api'
import { watchCopy } from '../copy'
import styles from '../LimitsPage.module.css'

const PERIODS = [7, 30, 90]

/** Were the warnings worth it: counted, and what each count means. */
export function QualityPanel() {
  const t = watchCopy.use()
  const [days, setDays] = useState(7)
  const { data, error, refetch } = useQuality(days, true)
  return (
    <Section title={t.qualityTitle}>
      <Radio.Group
        size="small"
        optionType="button"
        value={days}
        aria-label={t.period}
        options={PERIODS.map((value) => ({ value, label: t.days(sayNumber(value)) }))}
        onChange={(event) => setDays(event.target.value)}
      />
      {error !== null && (
        <ErrorState error={error} onRetry={() => void refetch()} over={data !== undefined} />
      )}
      {data === undefined && error === null && <SkeletonRows rows={5} />}
      {data !== undefined && (
        <>
          <p style={{ margin: '12px 0' }}>
            {t.precision}{' '}
            <strong className={`${styles.big} tabular`}>
              {data.precision === null ? t.none : `${Math.round(data.precision * 1000) / 10}%`}
            </strong>{' '}
            <span className={styles.faint}>{t.target}</span>
          </p>
          <dl className={styles.facts}>
            <dt>{t.raised}</dt>
            <dd>{sayNumber(data.raised)}</dd>
            <dt>{t.right}</dt>
            <dd>{sayNumber(data.right)}</dd>
            <dt>{t.wrong}</dt>
            <dd>{sayNumber(data.wrong)}</dd>
            <dt>{t.open}</dt>
            <dd>{sayNumber(data.open)}</dd>
          </dl>
          <p className={styles.soft} style={{ marginTop: 12 }}>
            {t.qualityMeans}
          </p>
        </>
      )}
    </Section>
  )
}
