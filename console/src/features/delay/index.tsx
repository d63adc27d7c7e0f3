import { lazy } from 'react'

export { ParcelForecast } from './parts/ParcelForecast'
export const DelayPage = lazy(() => import('./DelayPage'))
