import { Link } from 'react-router'
import type { ClaimView } from '../../../api/types'
import { sayFen } from '../../../shared/money'
import { exactTime } from '../../../shared/time'
import { Fact, Facts, Section, WaybillDigits } from '../../../shared/ui'
import { parcelPath } from '../../parcel'
import { claimCopy } from '../copy'

/** The parcel in a few lines, and the way to all of it. */
export function ParcelBrief({ view }: { view: ClaimView }) {
  const t = claimCopy.use().parcel
  const { parcel } = view
  const time = (at: string | null) => (at === null ? t.none : exactTime(at))
  return (
    <Section title={t.title}>
      <Facts>
        <Fact name={t.waybill}>
          <Link to={parcelPath(view.row.waybill)}>
            <WaybillDigits waybill={view.row.waybill} />
          </Link>
        </Fact>
        {parcel !== null && (
          <>
            <Fact name={t.product}>{parcel.product ?? t.none}</Fact>
            <Fact name={t.weight}>{parcel.weightGrams === null ? t.none : t.grams(parcel.weightGrams)}</Fact>
            <Fact name={t.declared}>
              {parcel.declaredValueFen === null ? t.none : sayFen(parcel.declaredValueFen)}
            </Fact>
            <Fact name={t.posted}>{time(parcel.postedAt)}</Fact>
            <Fact name={t.promised}>{time(parcel.promisedAt)}</Fact>
            <Fact name={t.signed}>{time(parcel.signedAt)}</Fact>
          </>
        )}
      </Facts>
      {parcel === null && <p>{t.gone}</p>}
    </Section>
  )
}
