import { useNavigate } from 'react-router'
import { useBusinessNow } from '../../../../shared/clock/clock'
import { sayTime } from '../../../../shared/time'
import {
  type Column,
  cx,
  DataTable,
  EmptyState,
  ErrorState,
  Tag,
  TimeLeft,
  UnitName,
} from '../../../../shared/ui'
import { ticketCopy } from '../../copy'
import { kindName, STATE_MEANING, ticketPath } from '../../model'
import { type GreenTicket, type Narrowed, useGreen } from '../api'
import { greenCopy } from '../copy'
import styles from '../GreenPage.module.css'
import { meaningOf, RESPONSE_MINUTES, standing } from '../model'

/** Every open urgent ticket, what nobody answered first, by the time left; big enough for a wall. */
export function Board({ to }: { to: Narrowed }) {
  const t = greenCopy.use()
  const navigate = useNavigate()
  const list = useGreen(to)
  const columns = useColumns()
  if (list.error !== null && list.rows === undefined) {
    return <ErrorState error={list.error} onRetry={list.retry} />
  }
  return (
    <>
      {list.error !== null && <ErrorState error={list.error} over onRetry={list.retry} />}
      <DataTable
        label={t.board}
        columns={columns}
        rows={list.rows}
        rowKey={(row) => row.id}
        hasMore={list.hasMore}
        loadingMore={list.loadingMore}
        onMore={list.more}
        onOpen={(row) => void navigate(ticketPath(row.id))}
        rowHeight={48}
        card={(row) => <Card ticket={row} />}
        cardHeight={118}
        empty={
          <EmptyState title={t.empty}>
            {to.reason === null && to.unit === null ? t.emptyHint : t.emptyFiltered}
          </EmptyState>
        }
      />
    </>
  )
}

function useColumns(): Column<GreenTicket>[] {
  const t = greenCopy.use()
  const words = ticketCopy.use()
  const now = useBusinessNow()
  return [
    { key: 'left', title: t.left, width: 'minmax(190px, 1fr)', render: (row) => <Left ticket={row} /> },
    { key: 'reason', title: t.reason, width: '104px', render: (row) => <Reason ticket={row} /> },
    {
      key: 'watcher',
      title: t.watcher,
      width: 'minmax(90px, 0.6fr)',
      render: (row) => <Watcher ticket={row} />,
    },
    {
      key: 'unit',
      title: t.unitNow,
      width: 'minmax(130px, 1fr)',
      render: (row) => <UnitName unit={row.unit} />,
    },
    {
      key: 'ticket',
      title: t.ticket,
      width: 'minmax(190px, 1fr)',
      from: 900,
      render: (row) => (
        <span>
          {kindName(row)} <span className={cx(styles.soft, 'tabular')}>{row.waybill ?? row.number}</span>
        </span>
      ),
    },
    {
      key: 'raised',
      title: t.raised,
      width: 'minmax(150px, 0.8fr)',
      from: 1100,
      render: (row) => <span>{t.raisedBy(row.raisedBy, sayTime(row.raisedAt, now))}</span>,
    },
    {
      key: 'state',
      title: words.column.state,
      width: '96px',
      from: 1024,
      render: (row) => <Tag meaning={STATE_MEANING[row.state]}>{words.state[row.state]}</Tag>,
    },
  ]
}

/** The edge is coloured by the share left; the words say the same. */
function Left({ ticket }: { ticket: GreenTicket }) {
  const t = greenCopy.use()
  const now = useBusinessNow()
  const how = standing(ticket, now)
  const answered = ticket.answeredAt
  return (
    <span className={styles.left} data-meaning={meaningOf(ticket, now)}>
      {answered === null ? (
        <TimeLeft dueAt={ticket.answerBy} limitMinutes={RESPONSE_MINUTES} />
      ) : how === 'answered' ? (
        t.answeredAt(sayTime(answered, now))
      ) : (
        t.answeredLate(sayTime(answered, now))
      )}
    </span>
  )
}

function Reason({ ticket }: { ticket: GreenTicket }) {
  const words = ticketCopy.use()
  return ticket.reason === null ? null : (
    <Tag meaning="act" strong>
      {words.urgentReason[ticket.reason]}
    </Tag>
  )
}

function Watcher({ ticket }: { ticket: GreenTicket }) {
  const t = greenCopy.use()
  if (ticket.watcher !== null) return <strong>{ticket.watcher.name}</strong>
  return (
    <span className={styles.soft} title={t.onDuty}>
      {ticket.responsible?.name ?? t.onDuty}
    </span>
  )
}

function Card({ ticket }: { ticket: GreenTicket }) {
  const t = greenCopy.use()
  const now = useBusinessNow()
  return (
    <div className={styles.card}>
      <div>
        <Left ticket={ticket} />
        <Reason ticket={ticket} />
      </div>
      <div>
        <span className="tabular">{ticket.waybill ?? ticket.number}</span>
        <span>{kindName(ticket)}</span>
      </div>
      <div>
        <UnitName unit={ticket.unit} />
        <Watcher ticket={ticket} />
      </div>
      <small>{t.raisedBy(ticket.raisedBy, sayTime(ticket.raisedAt, now))}</small>
    </div>
  )
}
