import { lazy } from 'react'

export { claimCopy } from './copy'

export const ClaimsPage = lazy(() => import('./ClaimsPage'))
/** Where one claim is shown beside the list. */
export const claimPath = (id: string) => `/claims?claim=${encodeURIComponent(id)}`
