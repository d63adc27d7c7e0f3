import { lazy } from 'react'

export const BoardsPage = lazy(() => import('./BoardsPage'))
