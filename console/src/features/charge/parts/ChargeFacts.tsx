import { Link } from 'react-router'
import type { ChargeRow } from '../../../api/types'
import { sayFen } from '../../../shared/money'
import { exactTime } from '../../../shared/time'
import { Fact, Facts, Section, WaybillDigits } from '../../../shared/ui'
import { claimCopy, claimPath } from '../../claims'
import { useCan } from '../../identity'
import { parcelPath } from '../../parcel'
import { chargeCopy } from '../copy'

/** What was paid for which parcel, and the ways to both. */
export function ChargeFacts({ charge }: { charge: ChargeRow }) {
  const f = chargeCopy.use().facts
  const { kinds } = claimCopy.use()
  const can = useCan()
  return (
    <Section title={f.title}>
      <Facts>
        <Fact name={f.claim}>
          {can('claim.read') ? (
            <Link to={claimPath(charge.claim)}>{charge.claimNumber}</Link>
          ) : (
            charge.claimNumber
          )}
        </Fact>
        <Fact name={f.waybill}>
          <Link to={parcelPath(charge.waybill)}>
            <WaybillDigits waybill={charge.waybill} />
          </Link>
        </Fact>
        <Fact name={f.kind}>{kinds[charge.kind]}</Fact>
        <Fact name={f.fen}>{sayFen(charge.fen)}</Fact>
        <Fact name={f.paid}>{exactTime(charge.paidAt)}</Fact>
        {charge.judgedAt !== null && <Fact name={f.judged}>{exactTime(charge.judgedAt)}</Fact>}
        {charge.endedAt !== null && <Fact name={f.ended}>{exactTime(charge.endedAt)}</Fact>}
      </Facts>
    </Section>
  )
}
