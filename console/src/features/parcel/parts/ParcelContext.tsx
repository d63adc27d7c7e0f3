import { Suspense } from 'react'
import { Link } from 'react-router'
import { ApiProblem } from '../../../api/problem'
import { EmptyState, ErrorState, Section, SkeletonRows, Tag } from '../../../shared/ui'
import { StandingAnomalies } from '../../anomaly'
import { ParcelClaims } from '../../claims'
import { useCan } from '../../identity'
import { useParcel } from '../api'
import { parcelCopy } from '../copy'
import { parcelPath, STATUS_MEANING } from '../model'
import { TimelinePicture } from '../picture/TimelinePicture'
import { Notes } from './Notes'
import styles from './ParcelContext.module.css'
import { ParcelTickets } from './ParcelTickets'
import { Parties } from './Parties'
import { SilenceWords } from './SilenceWords'

interface Props {
  waybill: string
  /** The ticket that the page shows anyway. */
  withoutTicket?: string
}

/** A parcel beside something else: is it silent, where is it, whose is it, what else is open. */
export default function ParcelContext({ waybill, withoutTicket }: Props) {
  const t = parcelCopy.use()
  const can = useCan()
  const { data: parcel, isError, error, refetch } = useParcel(can('parcel.read') ? waybill : '')
  if (parcel === undefined) {
    // A number that customers give may be another carrier's, or mistyped: nothing is broken, and trying again helps nobody.
    if (error instanceof ApiProblem && error.status === 404) {
      return <EmptyState title={t.unknown(waybill)}>{t.unknownHint}</EmptyState>
    }
    return isError ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={10} />
  }
  return (
    <div className={styles.context}>
      <p className={styles.head}>
        <Tag meaning={STATUS_MEANING[parcel.status]}>{t.status[parcel.status]}</Tag>
        <Link to={parcelPath(waybill)}>{t.open}</Link>
      </p>
      <SilenceWords parcel={parcel} />
      <StandingAnomalies waybill={waybill} />
      <Section title={t.picture}>
        <TimelinePicture parcel={parcel} />
      </Section>
      {parcel.recipient !== null && (
        <Section title={t.people}>
          <Parties parcel={parcel} />
        </Section>
      )}
      <Section title={t.tickets}>
        <ParcelTickets waybill={waybill} without={withoutTicket} />
      </Section>
      {can('claim.read') && (
        <Suspense fallback={<SkeletonRows rows={2} />}>
          <ParcelClaims waybill={waybill} />
        </Suspense>
      )}
      {parcel.notes.length > 0 && (
        <Section title={t.notes}>
          <Notes notes={parcel.notes} />
        </Section>
      )}
    </div>
  )
}
