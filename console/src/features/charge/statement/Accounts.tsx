import type { UnitStatement } from '../../../api/types'
import { sayFen } from '../../../shared/money'
import { chargeCopy } from '../copy'
import styles from './Accounts.module.css'
import { sumOf } from './entries'

/** Both accounts: what they mean, and how the opening became the closing. */
export function Accounts({ statement }: { statement: UnitStatement }) {
  const s = chargeCopy.use().statement
  const { opening, closing, now } = statement
  const booked = sumOf(statement.lines)
  const changed = now.provisionalFen !== closing.provisionalFen || now.receivableFen !== closing.receivableFen
  return (
    <>
      <div className={styles.accounts}>
        <Account
          name={s.held}
          means={s.heldMeans}
          openingFen={opening.provisionalFen}
          bookedFen={booked.heldFen}
          closingFen={closing.provisionalFen}
        />
        <Account
          name={s.owed}
          means={s.owedMeans}
          openingFen={opening.receivableFen}
          bookedFen={booked.owedFen}
          closingFen={closing.receivableFen}
        />
      </div>
      {changed && <p>{s.now(sayFen(now.provisionalFen), sayFen(now.receivableFen))}</p>}
    </>
  )
}

function Account(props: {
  name: string
  means: string
  openingFen: number
  bookedFen: number
  closingFen: number
}) {
  const s = chargeCopy.use().statement
  return (
    <section className={styles.account} aria-label={props.name}>
      <h2>{props.name}</h2>
      <p>{props.means}</p>
      <dl>
        <div>
          <dt>{s.opening}</dt>
          <dd className="tabular">{sayFen(props.openingFen)}</dd>
        </div>
        <div>
          <dt>{s.booked}</dt>
          <dd className="tabular">{sayFen(props.bookedFen)}</dd>
        </div>
        <div className={styles.closing}>
          <dt>{s.closing}</dt>
          <dd className="tabular">{sayFen(props.closingFen)}</dd>
        </div>
      </dl>
    </section>
  )
}
