import { Modal } from 'antd'
import { Link } from 'react-router'
import { sayNumber } from '../../../shared/time'
import { ErrorState, SkeletonRows, UnitName } from '../../../shared/ui'
import { type CausePlaces, useCausePlaces } from '../api'
import { improvementCopy } from '../copy'
import styles from '../ImprovementPage.module.css'
import { ticketsPath } from '../model'

/** Where the tickets of a cause are, each number with all that ended there. */
export function Places(props: { code: string; name: string; unit: string | null; onClose: () => void }) {
  const t = improvementCopy.use()
  const { data, error, refetch } = useCausePlaces(props.code, props.unit)
  return (
    <Modal open title={t.whereTitle(props.name)} footer={null} onCancel={props.onClose} width={720}>
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <SkeletonRows rows={5} />}
      {data !== undefined && (
        <div className={styles.places}>
          <List title={t.regions} of={data} places={data.regions} />
          <List title={t.units} of={data} places={data.units} />
        </div>
      )}
    </Modal>
  )
}

function List({ title, of, places }: { title: string; of: CausePlaces; places: CausePlaces['units'] }) {
  const t = improvementCopy.use()
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul className={styles.rows}>
        {places.map((place) => (
          <li key={place.unit.code}>
            <UnitName unit={place.unit} />
            <Link className="tabular" to={ticketsPath(of.code, of.from, of.until, place.unit.code)}>
              {t.ofEnded(sayNumber(place.tickets), sayNumber(place.ended))}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
