import { lazy } from 'react'

export const FreshnessPage = lazy(() => import('./FreshnessPage'))
export const DevicesPage = lazy(() => import('./DevicesPage'))
