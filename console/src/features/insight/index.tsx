import { lazy } from 'react'

export { BigNumber } from './parts/BigNumber'
export { RecentFreshness } from './parts/RecentFreshness'
export { saySeconds, sayShare } from './words'

export const BoardsPage = lazy(() => import('./BoardsPage'))
export const FindingsPage = lazy(() => import('./FindingsPage'))
export const UnderWayPage = lazy(() => import('./UnderWayPage'))
