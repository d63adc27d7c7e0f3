import { lazy } from 'react'

export { unmask, useParcel, useParcelSearch, useParcelTickets } from './api'
export { parcelCopy } from './copy'
export { LEVEL_MEANING, parcelListPath, parcelPath, STATUS_MEANING } from './model'
export { ParcelRowBrief } from './parts/ParcelRowBrief'

export const ParcelPage = lazy(() => import('./ParcelPage'))
export const ParcelsPage = lazy(() => import('./ParcelsPage'))
/** The pictures and words of one parcel, for pages that show a parcel beside something else. */
export const ParcelContext = lazy(() => import('./parts/ParcelContext'))
/** The way of a parcel as a picture: across where there is room, down on a phone. */
export const ParcelPicture = lazy(() =>
  import('./picture/TimelinePicture').then((m) => ({ default: m.TimelinePicture })),
)
