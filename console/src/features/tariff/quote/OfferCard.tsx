import type { QuotedOffer } from '../../../api/types'
import { businessNow } from '../../../shared/clock/clock'
import { sayTime } from '../../../shared/time'
import { sayMoney, sayWeight } from '../words/units'
import { quoteCopy } from './copy'
import styles from './Quote.module.css'

/** What one product costs, of what that is made up, and by when it is there; or why there is no price. */
export function OfferCard({ offer }: { offer: QuotedOffer }) {
  const t = quoteCopy.use()
  if (offer.totalFen === null) {
    return (
      <article className={styles.offer} aria-label={offer.name}>
        <h3>{offer.name}</h3>
        {offer.why !== null && <p className={styles.why}>{t.why[offer.why]}</p>}
      </article>
    )
  }
  return (
    <article className={styles.offer} aria-label={offer.name}>
      <h3>
        {offer.name} <strong className="tabular">{sayMoney(offer.totalFen)}</strong>
      </h3>
      <dl className={styles.lines}>
        {offer.lines.map((line) => (
          <div key={`${line.kind} ${line.name}`}>
            <dt>{line.name === '' ? t.lines[line.kind] : line.name}</dt>
            <dd className="tabular">{sayMoney(line.fen)}</dd>
          </div>
        ))}
        <div className={styles.total}>
          <dt>{t.total}</dt>
          <dd className="tabular">{sayMoney(offer.totalFen)}</dd>
        </div>
      </dl>
      <p className={styles.soft}>
        {t.counted(sayWeight(offer.countedGrams))}
        {offer.volumetricGrams > 0 && ` · ${t.volumetric(sayWeight(offer.volumetricGrams))}`}
      </p>
      <p>{offer.promisedBy === null ? t.noPromise : t.promised(sayTime(offer.promisedBy, businessNow()))}</p>
      {offer.remedy === 'REFUND_FREIGHT' && <p className={styles.good}>{t.refund}</p>}
    </article>
  )
}
