import { Button, Dropdown } from 'antd'
import type { Seat, SeatState } from '../../../api/types'
import { cx, EmptyState, Tag } from '../../../shared/ui'
import { useSeatChange } from '../api'
import styles from '../BoardPage.module.css'
import { deskCopy } from '../copy'
import { CHOSEN_REASONS, SEAT_MEANING } from '../model'
import { Since } from './Clocks'

const ORDER: SeatState[] = ['READY', 'WRAP_UP', 'NOT_READY', 'OFFLINE']

/** Who is there, what they are and since when, and a lead's word about it. */
export function SeatTable({ seats }: { seats: Seat[] }) {
  const t = deskCopy.use()
  if (seats.length === 0) return <EmptyState title={t.noAgents}>{t.noAgentsHint}</EmptyState>
  const ordered = [...seats].sort(
    (a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || a.since.localeCompare(b.since),
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too
    <div className={styles.scroll} tabIndex={0}>
      <table className={cx(styles.table, styles.people)}>
        <thead>
          <tr>
            <th>{t.agent}</th>
            <th>{t.status}</th>
            <th className={styles.number}>{t.sinceTitle}</th>
            <th className={styles.number}>{t.taken}</th>
            <th>{t.action}</th>
            <th>{t.unit}</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((seat) => (
            <tr key={seat.person.id}>
              <td>
                <strong>{seat.person.name}</strong>
              </td>
              <td>
                <Tag meaning={SEAT_MEANING[seat.state]}>{t.seat[seat.state]}</Tag>{' '}
                <span className={styles.soft}>
                  {seat.reason !== null && t.reason[seat.reason]} {seat.forced && t.forced}
                </span>
              </td>
              <td className={styles.number}>
                <Since at={seat.since} />
              </td>
              <td className={styles.number}>{seat.taken}%</td>
              <td className={styles.actions}>
                <SeatActions seat={seat} />
              </td>
              <td className={styles.soft}>{seat.unit.name}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function SeatActions({ seat }: { seat: Seat }) {
  const t = deskCopy.use()
  const change = useSeatChange()
  const id = seat.person.id
  if (seat.state === 'OFFLINE') return null
  if (seat.forced) {
    return (
      <Button
        size="small"
        type="link"
        loading={change.isPending}
        onClick={() => change.mutate({ id, do: 'lift' })}
      >
        {t.lift}
      </Button>
    )
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          ...CHOSEN_REASONS.map((reason) => ({
            key: reason,
            label: t.goNotReady(t.reason[reason]),
            onClick: () => change.mutate({ id, do: 'force', reason }),
          })),
          { type: 'divider' as const },
          {
            key: 'READY',
            label: t.forceReady,
            onClick: () => change.mutate({ id, do: 'force', reason: null }),
          },
        ],
      }}
    >
      <Button size="small" type="link" loading={change.isPending} aria-label={t.forceTitle(seat.person.name)}>
        {t.force}
      </Button>
    </Dropdown>
  )
}
