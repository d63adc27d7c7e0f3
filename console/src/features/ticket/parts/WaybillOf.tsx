import type { TicketRow } from '../../../api/types'
import { WaybillNumber } from '../../../shared/ui'
import { ticketCopy } from '../copy'

/** The parcel that a ticket is about; a ticket may be about none. */
export function WaybillOf({
  ticket,
  large = false,
}: {
  ticket: Pick<TicketRow, 'waybill'>
  large?: boolean
}) {
  const t = ticketCopy.use()
  return ticket.waybill === null ? (
    <span>{t.noParcel}</span>
  ) : (
    <WaybillNumber waybill={ticket.waybill} large={large} />
  )
}
