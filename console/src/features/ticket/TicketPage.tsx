import { PageFrame } from '../../shared/ui'
import { ticketCopy } from './copy'

export default function TicketPage() {
  const t = ticketCopy.use()
  return <PageFrame title={t.tickets}>{null}</PageFrame>
}
