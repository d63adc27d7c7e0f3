import type { ChargeRow } from '../../../api/types'
import { joinList } from '../../../shared/i18n'
import { chargeCopy } from '../copy'
import { sayPerMille } from '../model'

/** Who bears how much of a charge, in one line. */
export function Burdens({ charge }: { charge: ChargeRow }) {
  const t = chargeCopy.use()
  const words = joinList(
    charge.units.map((burden) => t.burden(burden.unit.name, sayPerMille(burden.perMille))),
  )
  return <span title={words}>{words === '' ? t.nobody : words}</span>
}
