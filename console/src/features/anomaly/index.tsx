import { lazy } from 'react'

export { ParcelAnomalies } from './parts/ParcelAnomalies'
export { StandingAnomalies } from './parts/StandingAnomalies'
export const AnomaliesPage = lazy(() => import('./AnomaliesPage'))
