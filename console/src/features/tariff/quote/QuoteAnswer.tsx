import type { Quoted } from '../../../api/types'
import { sayHours, sayNumber } from '../../../shared/time'
import { useAllDivisions } from '../../network'
import { quoteCopy } from './copy'
import { nameOf } from './divisions'
import { OfferCard } from './OfferCard'
import { Place } from './Place'
import styles from './Quote.module.css'
import { sayLane } from './words'

/** Every product with its price or why there is none, and what else is good to know before sending. */
export function QuoteAnswer({ answer }: { answer: Quoted }) {
  const t = quoteCopy.use()
  const divisions = useAllDivisions().data ?? []
  const { history, advice } = answer
  const advised = answer.offers.find((offer) => offer.product === advice?.product)
  return (
    <div className={styles.answer}>
      <p>
        <strong>{t.lane(answer.from, answer.to)}</strong>{' '}
        <span className={styles.soft}>{t.basis(answer.zone, answer.version)}</span>
      </p>
      {answer.closed !== null && <p>{answer.closed}</p>}
      <ul className={styles.offers}>
        {answer.offers.map((offer) => (
          <li key={offer.product}>
            <OfferCard offer={offer} />
          </li>
        ))}
      </ul>
      <div className={styles.notes}>
        <section>
          <h3>{t.historyTitle}</h3>
          {history === null ? (
            <p className={styles.soft}>{t.noHistory}</p>
          ) : (
            <>
              <p>{t.history(sayHours(history.halfHours), sayHours(history.mostHours))}</p>
              <p className={styles.soft}>
                {t.historyOf(
                  sayLane(history, (code) => nameOf(divisions, code)),
                  sayNumber(history.parcels),
                )}
              </p>
            </>
          )}
        </section>
        <Place place={answer.service} />
        {advice !== null && (
          <section>
            <h3>{t.adviceTitle(advice.goods)}</h3>
            <p>{advice.packaging}</p>
            {advice.insure && <p>{t.insure}</p>}
            {advised !== undefined && <p>{t.adviseProduct(advised.name)}</p>}
          </section>
        )}
      </div>
    </div>
  )
}
