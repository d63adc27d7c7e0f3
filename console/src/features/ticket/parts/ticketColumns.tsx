import { Link } from 'react-router'
import type { TicketRow } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayTime } from '../../../shared/time'
import { type Column, Tag, UnitName } from '../../../shared/ui'
import { caseCopy, ticketCopy } from '../copy'
import { atDesk, kindName, STATE_MEANING, ticketPath } from '../model'
import { TicketTimeLeft } from './TicketTimeLeft'
import { WaybillOf } from './WaybillOf'

/** The columns of a list; of urgent tickets only, also why each is urgent and who watches it. */
export function useTicketColumns(onlyUrgent = false): Column<TicketRow>[] {
  const t = ticketCopy.use()
  const cases = caseCopy.use()
  const c = t.column
  return [
    { key: 'left', title: c.left, width: '172px', render: (row) => <TicketTimeLeft ticket={row} /> },
    {
      key: 'number',
      title: c.number,
      width: '128px',
      render: (row) => (
        <Link to={ticketPath(row.id)} className="tabular" onClick={(event) => event.stopPropagation()}>
          {row.number}
        </Link>
      ),
    },
    {
      key: 'waybill',
      title: c.waybill,
      width: '168px',
      from: 1100,
      render: (row) => <WaybillOf ticket={row} />,
    },
    {
      key: 'kind',
      title: c.kind,
      width: '132px',
      render: (row) => (
        <>
          {kindName(row)}{' '}
          {row.urgent && (
            <Tag meaning="act" strong>
              {t.urgent}
            </Tag>
          )}{' '}
          {row.urges > 0 && <Tag meaning="watch">{t.urged(row.urges)}</Tag>}
        </>
      ),
    },
    ...(onlyUrgent ? [urgentColumn(cases.greenChannel, t)] : []),
    {
      key: 'state',
      title: c.state,
      width: '136px',
      render: (row) => <Tag meaning={STATE_MEANING[row.state]}>{t.state[row.state]}</Tag>,
    },
    ...(onlyUrgent ? [] : [levelColumn(t)]),
    {
      key: 'unit',
      title: c.unit,
      width: 'minmax(120px, 1fr)',
      render: (row) => <UnitName unit={row.unit} />,
    },
    {
      key: 'responsible',
      title: c.responsible,
      width: '90px',
      from: 1200,
      render: (row) => row.responsible?.name ?? '—',
    },
    ...(onlyUrgent ? [] : [openedColumn(t)]),
  ]
}

type Words = ReturnType<typeof ticketCopy.use>

function levelColumn(t: Words): Column<TicketRow> {
  return {
    key: 'level',
    title: t.column.level,
    width: '76px',
    from: 1200,
    render: (row) =>
      !atDesk(row.state) && (
        <Tag meaning={row.level === 'OUTLET' ? 'plain' : 'watch'}>{t.level[row.level]}</Tag>
      ),
  }
}

function openedColumn(t: Words): Column<TicketRow> {
  return {
    key: 'opened',
    title: t.column.opened,
    width: '112px',
    from: 1300,
    render: (row) => <Opened ticket={row} />,
  }
}

function urgentColumn(title: string, t: Words): Column<TicketRow> {
  return {
    key: 'urgentBy',
    title,
    width: '140px',
    render: (row) =>
      [row.urgentPerson?.name, row.urgentReason === null ? undefined : t.urgentReason[row.urgentReason]]
        .filter((part) => part !== undefined)
        .join(' · ') || '—',
  }
}

function Opened({ ticket }: { ticket: TicketRow }) {
  const now = useBusinessNow()
  return <span className="tabular">{sayTime(ticket.openedAt, now)}</span>
}
