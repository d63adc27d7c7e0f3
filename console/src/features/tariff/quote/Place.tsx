import type { ServedPlace } from '../../../api/types'
import { sayClock } from '../words/units'
import { quoteCopy } from './copy'
import styles from './Quote.module.css'

/** How the recipient's place is served, and by which outlets. */
export function Place({ place }: { place: ServedPlace }) {
  const t = quoteCopy.use()
  return (
    <section>
      <h3>{t.serviceTitle(place.name)}</h3>
      <p>
        {place.reach === null ? t.unknownReach : t.reach[place.reach]} {place.reason}
      </p>
      {place.count > 0 && (
        <p className={styles.soft}>{place.here ? t.outlets(place.count) : t.outletsNear(place.count)}</p>
      )}
      <ul className={styles.outlets}>
        {place.outlets.map((outlet) => (
          <li key={outlet.code}>
            <strong>{outlet.name}</strong>{' '}
            {outlet.opens !== null && outlet.closes !== null && (
              <span className={styles.soft}>{t.hours(sayClock(outlet.opens), sayClock(outlet.closes))}</span>
            )}
            {outlet.address !== null && <div>{outlet.address}</div>}
            {outlet.phone !== null && <a href={`tel:${outlet.phone}`}>{outlet.phone}</a>}
            {outlet.serviceArea !== null && <div className={styles.soft}>{t.area(outlet.serviceArea)}</div>}
          </li>
        ))}
      </ul>
    </section>
  )
}
