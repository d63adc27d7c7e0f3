import { lazy } from 'react'

export const BoardsPage = lazy(() => import('./BoardsPage'))
export const FindingsPage = lazy(() => import('./FindingsPage'))
export const FreshnessPage = lazy(() => import('./FreshnessPage'))
