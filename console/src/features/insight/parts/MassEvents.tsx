import { Link } from 'react-router'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayNumber, sayTime } from '../../../shared/time'
import { Tag, UnitName } from '../../../shared/ui'
import { ticketPath } from '../../ticket'
import { useMassEvents } from '../api'
import { insightCopy } from '../copy'
import styles from '../FindingsPage.module.css'

/** Places where many parcels fell silent together: one line each, above the parcels themselves. */
export function MassEvents({ unit }: { unit: string | null }) {
  const t = insightCopy.use()
  const now = useBusinessNow()
  const { data } = useMassEvents(unit)
  if (data === undefined || data.items.length === 0) return null
  return (
    <ul className={styles.events} aria-label={t.mass.title}>
      {data.items.map((event) => (
        <li key={event.id}>
          <Tag meaning="act">{t.mass.title}</Tag>
          <strong>
            <UnitName unit={event.unit} />
          </strong>
          <span>{t.mass.cause[event.cause]}</span>
          <span className={styles.soft}>
            {t.mass.says(sayTime(event.beganAt, now), sayNumber(event.joined), sayNumber(event.standing))}
          </span>
          <Link to={`/boards/findings?event=${event.id}`}>{t.mass.parcels}</Link>
          {event.ticketId !== null && <Link to={ticketPath(event.ticketId)}>{t.mass.ticket}</Link>}
        </li>
      ))}
    </ul>
  )
}
