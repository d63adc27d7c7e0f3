import { lazy } from 'react'

export const LimitsPage = lazy(() => import('./LimitsPage'))
