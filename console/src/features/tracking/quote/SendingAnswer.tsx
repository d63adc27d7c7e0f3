import { useLayoutEffect, useRef } from 'react'
import type { Quoted } from '../../../api/types'
import { sayHours, sayNumber } from '../../../shared/time'
import { OfferCard, Place, quoteCopy, sayMoney } from '../../tariff'
import { sendingCopy } from './copy'
import styles from './Sending.module.css'

interface Props {
  answer: Quoted
  wanted: string[]
  onToggle: (code: string) => void
}

/** Prices and times, how the place is served and what to mind, without the words of the trade. */
export function SendingAnswer({ answer, wanted, onToggle }: Props) {
  const t = sendingCopy.use()
  const quote = quoteCopy.use()
  const heading = useRef<HTMLHeadingElement>(null)
  // On a phone the answer lies below what the screen shows.
  useLayoutEffect(() => {
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block: 'start', behavior: 'smooth' })
  }, [])
  const { history, advice } = answer
  const advised = answer.offers.find((offer) => offer.product === advice?.product)
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {t.result(answer.from, answer.to)}
      </h2>
      {answer.closed !== null && <p>{answer.closed}</p>}
      {answer.offers.map((offer) => (
        <OfferCard key={offer.product} offer={offer} />
      ))}
      {answer.wanted.length > 0 && (
        <fieldset className={styles.wanted}>
          <legend>{t.wanted}</legend>
          {answer.wanted.map(({ code, name, fen }) => (
            <label key={code}>
              <input type="checkbox" checked={wanted.includes(code)} onChange={() => onToggle(code)} />
              {fen === 0 ? quote.wantedFree(name) : quote.wantedFor(name, sayMoney(fen))}
            </label>
          ))}
        </fieldset>
      )}
      {history !== null && (
        <section>
          <h3>{quote.historyTitle}</h3>
          <p>{quote.history(sayHours(history.halfHours), sayHours(history.mostHours))}</p>
          <p>
            {history.from === '' ? t.alike(sayNumber(history.parcels)) : t.lane(sayNumber(history.parcels))}
          </p>
        </section>
      )}
      <Place place={answer.service} />
      {advice !== null && (
        <section>
          <h3>{quote.adviceTitle(advice.goods)}</h3>
          <p>{advice.packaging}</p>
          {advice.insure && <p>{quote.insure}</p>}
          {advised !== undefined && <p>{quote.adviseProduct(advised.name)}</p>}
        </section>
      )}
      <p className={styles.mind}>{t.mind}</p>
    </>
  )
}
