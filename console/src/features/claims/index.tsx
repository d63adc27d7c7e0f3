import { lazy } from 'react'

export const ClaimsPage = lazy(() => import('./ClaimsPage'))
