import type { DeskQuality, DeskQualityRow } from '../../../api/types'
import { getLocale } from '../../../shared/i18n'
import { sayNumber } from '../../../shared/time'
import { cx, ErrorState, Section, SkeletonRows, Tag } from '../../../shared/ui'
import { sayShare } from '../../insight'
import { useDeskQuality } from '../api'
import styles from '../BoardPage.module.css'
import { deskCopy } from '../copy'
import { qualityOf, resolution, satisfaction } from '../model'

/** Whether one contact was enough lately, and what customers thought and wanted today. */
export function Quality() {
  const t = deskCopy.use()
  const { data, error, refetch } = useDeskQuality()
  return (
    <Section title={t.qualityQuestion} flush>
      {error !== null && (
        <ErrorState error={error} over={data !== undefined} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <SkeletonRows rows={3} />}
      {data !== undefined && <Table quality={data} />}
    </Section>
  )
}

function Table({ quality }: { quality: DeskQuality }) {
  const t = deskCopy.use()
  const { days, windowDays, rows, dispositions } = quality
  const all = qualityOf(rows)
  return (
    <>
      <p className={styles.soft} style={{ padding: '8px 14px' }}>
        {t.qualityHint(days, windowDays)}
      </p>
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too
        <div className={styles.scroll} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th>{t.unit}</th>
                <th>{t.channelTitle}</th>
                <th className={styles.number}>{t.resolution(days)}</th>
                <th className={styles.number}>{t.satisfaction}</th>
                <th className={styles.number}>{t.endedToday}</th>
              </tr>
            </thead>
            <tbody>
              {rows.length > 1 && <Row unit="" channel="" row={all} />}
              {rows.map((row) => (
                <Row
                  key={`${row.unit.code} ${row.channel}`}
                  unit={row.unit.name}
                  channel={t.channel[row.channel]}
                  row={row}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p style={{ display: 'flex', flexWrap: 'wrap', gap: 6, padding: '8px 14px' }}>
        <span className={styles.soft}>{t.dispositionsToday}</span>
        {dispositions.length === 0 && <span className={styles.soft}>{t.noDispositions}</span>}
        {dispositions.map((one) => (
          <Tag key={one.code}>
            {getLocale() === 'zh-CN' ? one.nameZh : one.nameEn} {sayNumber(one.count)}
          </Tag>
        ))}
      </p>
    </>
  )
}

type Numbers = Omit<DeskQualityRow, 'unit' | 'channel'>

function Row({ unit, channel, row }: { unit: string; channel: string; row: Numbers }) {
  const t = deskCopy.use()
  const resolved = resolution(row)
  const total = unit === ''
  return (
    <tr style={total ? { fontWeight: 600 } : undefined}>
      <td>{total ? t.allDesks : unit}</td>
      <td>{channel}</td>
      <td
        className={cx(styles.number, resolved !== null && resolved < 0.7 && styles.act)}
        title={resolved === null ? t.notKnown : t.resolvedOf(row.resolved, row.first)}
      >
        {sayShare(resolved)}{' '}
        <small className={styles.soft}>{row.first > 0 && `${row.resolved}/${row.first}`}</small>
      </td>
      <td className={styles.number} title={t.ratedOf(row.ratedToday, row.endedToday)}>
        {sayShare(satisfaction(row))}{' '}
        <small className={styles.soft}>
          {row.ratedToday > 0 && `${row.satisfiedToday}/${row.ratedToday}`}
        </small>
      </td>
      <td className={styles.number}>{sayNumber(row.endedToday)}</td>
    </tr>
  )
}
