import { lazy } from 'react'

export const OutletPage = lazy(() => import('./OutletPage'))
