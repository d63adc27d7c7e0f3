import { sayFen } from '../../../shared/money'
import { sayNumber } from '../../../shared/time'
import card from '../parts/Card.module.css'
import { sayGateway } from '../parts/words'
import { reconciliationCopy } from './copy'
import { Apart, Bring, DayName, DayState } from './dayParts'
import { type DayRow, gatewayOf } from './model'

/** A day of a gateway in three lines, for a phone. */
export function DayCard({ row, onBring }: { row: DayRow; onBring?: (day: string) => void }) {
  const t = reconciliationCopy.use().days
  return (
    <div className={card.card}>
      <div className={card.line}>
        <strong>
          <DayName row={row} />
        </strong>
        <DayState row={row} />
      </div>
      {'missing' in row ? (
        <div className={card.line}>
          <span>{sayGateway(gatewayOf(row))}</span>
          <Bring missing={row.missing} onBring={onBring} />
        </div>
      ) : (
        <>
          <div className={card.line}>
            <span>{sayGateway(gatewayOf(row))}</span>
            <span>
              {t.apart} <Apart day={row.done} />
            </span>
          </div>
          <span className={`${card.soft} tabular`}>
            {t.statement} {t.count(sayNumber(row.done.lines), sayFen(row.done.fen))} · {t.own}{' '}
            {t.count(sayNumber(row.done.own), sayFen(row.done.ownFen))}
          </span>
        </>
      )}
    </div>
  )
}
