import { Suspense } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { ParcelView } from '../../api/types'
import { useBusinessNow } from '../../shared/clock/clock'
import { useShortcut } from '../../shared/keyboard'
import { sayTime } from '../../shared/time'
import { ErrorState, PageFrame, Section, SkeletonRows, Tag, WaybillNumber } from '../../shared/ui'
import { ParcelAnomalies, StandingAnomalies } from '../anomaly'
import { ParcelClaims } from '../claims'
import { ParcelForecast } from '../delay'
import { useCan } from '../identity'
import { useParcel } from './api'
import { parcelCopy } from './copy'
import { STATUS_MEANING } from './model'
import styles from './ParcelPage.module.css'
import { DeliveryConsent } from './parts/DeliveryConsent'
import { Findings } from './parts/Findings'
import { Notes, Pauses } from './parts/Notes'
import { ParcelActions } from './parts/ParcelActions'
import { ParcelTickets } from './parts/ParcelTickets'
import { Parties } from './parts/Parties'
import { ScanTable } from './parts/ScanTable'
import { SilenceWords } from './parts/SilenceWords'
import { TimelinePicture } from './picture/TimelinePicture'

export default function ParcelPage() {
  const t = parcelCopy.use()
  const navigate = useNavigate()
  const { waybill = '' } = useParams()
  const { data: parcel, isError, error, refetch } = useParcel(waybill)
  useShortcut('Escape', t.parcels, () => void navigate(-1))

  if (parcel === undefined) {
    return (
      <PageFrame title={t.parcel(waybill)}>
        {isError ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={14} />}
      </PageFrame>
    )
  }
  return (
    <PageFrame
      title={t.parcel(waybill)}
      titleHidden
      aside={<Head parcel={parcel} />}
      actions={<ParcelActions parcel={parcel} />}
    >
      {isError && <ErrorState error={error} over onRetry={() => void refetch()} />}
      <StandingAnomalies waybill={parcel.waybill} />
      <SilenceWords parcel={parcel} />
      <Section title={t.picture}>
        <TimelinePicture parcel={parcel} />
        <ParcelForecast waybill={parcel.waybill} />
        <DeliveryConsent delivery={parcel.delivery} />
      </Section>
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Section title={t.scans} extra={<span>{t.scansCount(String(parcel.timeline.length))}</span>} flush>
            <ScanTable scans={parcel.timeline} />
          </Section>
          <Section title={t.anomalies}>
            <ParcelAnomalies waybill={parcel.waybill} />
          </Section>
          <Section title={t.findings}>
            <Findings findings={parcel.findings} />
          </Section>
        </div>
        <Side parcel={parcel} />
      </div>
    </PageFrame>
  )
}

function Side({ parcel }: { parcel: ParcelView }) {
  const t = parcelCopy.use()
  const can = useCan()
  return (
    <div className={styles.stack}>
      {can('ticket.read') && (
        <Section title={t.tickets}>
          <ParcelTickets waybill={parcel.waybill} />
        </Section>
      )}
      {can('claim.read') && (
        <Suspense fallback={<SkeletonRows rows={2} />}>
          <ParcelClaims waybill={parcel.waybill} />
        </Suspense>
      )}
      {(parcel.recipient !== null || parcel.sender !== null) && (
        <Section title={t.people}>
          <Parties parcel={parcel} />
        </Section>
      )}
      <Section title={t.notes}>
        <Notes notes={parcel.notes} />
      </Section>
      <Section title={t.pauses}>
        <Pauses pauses={parcel.pauses} />
      </Section>
      {parcel.candidates.length > 0 && (
        <Section title={t.recognised}>
          <ul className={styles.candidates}>
            {parcel.candidates.map((candidate) => (
              <li key={candidate.carrier}>
                {candidate.name} <Tag>{t.strength[candidate.strength]}</Tag>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}

function Head({ parcel }: { parcel: ParcelView }) {
  const t = parcelCopy.use()
  const now = useBusinessNow()
  const from = parcel.origin?.name ?? t.unknownPlace
  const to = parcel.destination?.name ?? t.unknownPlace
  const late = parcel.promisedAt !== null && parcel.signedAt === null && Date.parse(parcel.promisedAt) < now
  return (
    <>
      <WaybillNumber waybill={parcel.waybill} large />
      <Tag meaning={STATUS_MEANING[parcel.status]}>{t.status[parcel.status]}</Tag>
      <span>{t.route(from, to)}</span>
      {parcel.laneClass !== null && <span>{t.lane[parcel.laneClass]}</span>}
      {parcel.product !== null && <span>{parcel.product}</span>}
      {parcel.weightKg !== null && <span className="tabular">{t.weight(String(parcel.weightKg))}</span>}
      {parcel.signedAt !== null && <Tag meaning="good">{t.signedAt(sayTime(parcel.signedAt, now))}</Tag>}
      {parcel.signedAt === null && parcel.promisedAt !== null && (
        <Tag meaning={late ? 'act' : 'plain'}>
          {late
            ? t.latePromise(sayTime(parcel.promisedAt, now))
            : t.promisedBy(sayTime(parcel.promisedAt, now))}
        </Tag>
      )}
    </>
  )
}
