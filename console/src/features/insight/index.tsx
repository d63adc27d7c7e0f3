import { lazy } from 'react'

export const BoardsPage = lazy(() => import('./BoardsPage'))
export const FindingsPage = lazy(() => import('./FindingsPage'))
export const UnderWayPage = lazy(() => import('./UnderWayPage'))
export const FreshnessPage = lazy(() => import('./FreshnessPage'))
