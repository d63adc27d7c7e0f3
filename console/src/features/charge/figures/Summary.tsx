import type { ChargeFigure } from '../../../api/types'
import { sayFen } from '../../../shared/money'
import { sayNumber } from '../../../shared/time'
import { Figure, Figures } from '../../../shared/ui'
import { chargeCopy } from '../copy'
import { sayWon } from './words'

/** All units together, which for one unit is its own. Shared charges are counted as halves, so that none counts twice among two. */
export function Summary({ figures: [first, ...more] }: { figures: ChargeFigure[] }) {
  const f = chargeCopy.use().figures
  if (first === undefined) return null
  const all = more.reduce(add, first)
  const alone = more.length === 0
  return (
    <Figures>
      {alone && <Figure label={f.charges} value={sayNumber(all.charges)} means={f.chargesMeans} />}
      <Figure label={f.counted} value={sayNumber(all.counted)} means={f.countedMeans} />
      <Figure label={f.provisionalFen} value={sayFen(all.provisionalFen)} means={f.provisionalMeans} />
      <Figure label={f.finalFen} value={sayFen(all.finalFen)} means={f.finalMeans} />
      {alone && <Figure label={f.appeals} value={sayNumber(all.appeals)} means={f.appealsMeans} />}
      <Figure
        label={f.won}
        value={sayWon(all)}
        means={all.appeals === 0 ? f.wonNone : f.wonMeans(sayNumber(all.won), sayNumber(all.appeals))}
      />
    </Figures>
  )
}

function add(a: ChargeFigure, b: ChargeFigure): ChargeFigure {
  return {
    unit: a.unit,
    charges: a.charges + b.charges,
    counted: a.counted + b.counted,
    provisionalFen: a.provisionalFen + b.provisionalFen,
    finalFen: a.finalFen + b.finalFen,
    appeals: a.appeals + b.appeals,
    won: a.won + b.won,
  }
}
