import { Suspense } from 'react'
import { ErrorState, SkeletonRows } from '../../../shared/ui'
import { ParcelPicture, useParcel } from '../../parcel'
import { outletCopy } from '../copy'
import styles from './Journey.module.css'

/** The parcel's whole way; without a network the case can be answered all the same. */
export function Journey({ waybill }: { waybill: string }) {
  const t = outletCopy.use()
  const { data: parcel, error, refetch } = useParcel(waybill)
  return (
    <section className={styles.journey} aria-label={t.timeline}>
      <h2>{t.timeline}</h2>
      {parcel === undefined && error === null && <SkeletonRows rows={6} />}
      {parcel === undefined && error !== null && (
        <>
          <p>{t.timelineLater}</p>
          <ErrorState error={error} onRetry={() => void refetch()} />
        </>
      )}
      {parcel !== undefined && (
        <Suspense fallback={<SkeletonRows rows={6} />}>
          <ParcelPicture parcel={parcel} />
        </Suspense>
      )}
    </section>
  )
}
