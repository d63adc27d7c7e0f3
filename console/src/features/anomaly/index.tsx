import { lazy } from 'react'

export { ParcelAnomalies } from './parts/ParcelAnomalies'
export const AnomaliesPage = lazy(() => import('./AnomaliesPage'))
