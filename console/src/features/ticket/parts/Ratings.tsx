import { Rate } from 'antd'
import type { TicketView } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayTime } from '../../../shared/time'
import { caseCopy } from '../copy'
import styles from './Ratings.module.css'

/** How content the customer was with the ends of the ticket, the latest first. */
export function Ratings({ ratings }: { ratings: TicketView['ratings'] }) {
  const t = caseCopy.use()
  const now = useBusinessNow()
  return (
    <ul className={styles.ratings}>
      {ratings.map((rating) => (
        <li key={rating.at}>
          <span role="img" aria-label={t.stars(rating.stars)}>
            <Rate disabled value={rating.stars} aria-hidden />
          </span>
          <small className="tabular">{sayTime(rating.at, now)}</small>
          {rating.words !== null && <p>{rating.words}</p>}
        </li>
      ))}
    </ul>
  )
}
