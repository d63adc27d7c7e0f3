import type { TicketRow } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayTime } from '../../../shared/time'
import { TimeLeft } from '../../../shared/ui'
import { caseCopy, ticketCopy } from '../copy'
import { pausedBy } from '../model'

/** The time left of a ticket, with the reason where its clock stands still. */
export function TicketTimeLeft({ ticket, size }: { ticket: TicketRow; size?: 'row' | 'page' }) {
  const t = ticketCopy.use()
  const c = caseCopy.use()
  const now = useBusinessNow()
  const paused = pausedBy(ticket)
  const waits = ticket.state === 'WAITING' ? ticket.waitReason : null
  const why = waits === null || waits === undefined ? null : c.waitFor[waits]
  const closed = ticket.state === 'CLOSED'
  return (
    <TimeLeft
      dueAt={closed ? null : ticket.dueAt}
      limitMinutes={ticket.limitMinutes}
      pausedWhy={why ?? (paused === null ? null : t[paused])}
      pausedUntil={ticket.waitingUntil}
      otherwise={closed && ticket.closedAt !== null ? t.closedAt(sayTime(ticket.closedAt, now)) : undefined}
      size={size}
    />
  )
}
