import { lazy } from 'react'

// What contracts say of claims is said in the same words.
export { claimCopy } from './copy'
export { KINDS as CLAIM_KINDS } from './model'

/** Where one claim is shown beside the list. */
export const claimPath = (id: string) => `/claims?claim=${encodeURIComponent(id)}`

export const ClaimsPage = lazy(() => import('./ClaimsPage'))
export const ParcelClaims = lazy(() =>
  import('./parts/ParcelClaims').then((m) => ({ default: m.ParcelClaims })),
)
export const ClaimCalculatorPage = lazy(() => import('./calculator/CalculatorPage'))
export const ClaimFiguresPage = lazy(() => import('./figures/FiguresPage'))
export const ClaimStandardsPage = lazy(() => import('./standard/StandardsPage'))
