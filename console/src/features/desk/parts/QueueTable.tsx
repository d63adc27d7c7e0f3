import type { DeskRow } from '../../../api/types'
import { cx } from '../../../shared/ui'
import { saySeconds, sayShare } from '../../insight'
import styles from '../BoardPage.module.css'
import { deskCopy } from '../copy'
import { clock, secondsSince, serviceLevel } from '../model'
import { useWallNow } from '../now'

/** Each unit and channel: who waits there, and how the last hour went. */
export function QueueTable({ rows, at }: { rows: DeskRow[]; at: string }) {
  const t = deskCopy.use()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too
    <div className={styles.scroll} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t.unit}</th>
            <th>{t.channelTitle}</th>
            {[t.waiting, t.longest, t.ringing, t.talkingNow, t.serviceLevel, t.abandoned, t.parked].map(
              (title) => (
                <th key={title} className={styles.number}>
                  {title}
                </th>
              ),
            )}
            <th>{t.estimate}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={`${row.unit.code} ${row.channel}`} row={row} at={at} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ row, at }: { row: DeskRow; at: string }) {
  const t = deskCopy.use()
  const level = serviceLevel(row)
  return (
    <tr>
      <td>{row.unit.name}</td>
      <td>{t.channel[row.channel]}</td>
      <td className={cx(styles.number, row.waiting > 0 && styles.act)}>{row.waiting}</td>
      <td className={styles.number}>
        {row.longestWaitSeconds === null ? '–' : <Wait seconds={row.longestWaitSeconds} at={at} />}
      </td>
      <td className={styles.number}>{row.offered}</td>
      <td className={styles.number}>{row.talking}</td>
      <td className={cx(styles.number, level !== null && level < 0.8 && styles.act)}>{sayShare(level)}</td>
      <td className={styles.number}>{row.abandonedHour}</td>
      <td className={styles.number}>{row.parked}</td>
      <td className={styles.soft}>
        {row.estimate === null
          ? '–'
          : t.estimateWords(saySeconds(row.estimate.usualSeconds), saySeconds(row.estimate.mostlySeconds))}
      </td>
    </tr>
  )
}

/** A wait that was so long when the board was made, and goes on. */
function Wait({ seconds, at }: { seconds: number; at: string }) {
  return clock(seconds + secondsSince(at, useWallNow()))
}
