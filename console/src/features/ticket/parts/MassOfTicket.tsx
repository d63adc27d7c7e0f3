import { Link } from 'react-router'
import type { TicketView } from '../../../api/types'
import { sayNumber } from '../../../shared/time'
import { Section } from '../../../shared/ui'
import { useMassOfTicket } from '../api'
import { caseCopy } from '../copy'

/** The parcels that hang on the ticket of a place where many fell silent together. */
export function MassOfTicket({ ticket }: { ticket: TicketView }) {
  const t = caseCopy.use()
  const { data } = useMassOfTicket(ticket.id, ticket.waybill === null && ticket.kind === 'SILENT_PARCEL')
  const event = data?.items[0]
  if (event === undefined) return null
  return (
    <Section title={t.mass}>
      <p>
        {t.massParcels(sayNumber(event.joined), sayNumber(event.standing))}{' '}
        <Link to={`/boards/findings?event=${event.id}`}>{t.massOpen}</Link>
      </p>
      <p>{event.endedAt === null ? t.massStands : t.massOver}</p>
    </Section>
  )
}
