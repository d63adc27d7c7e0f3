import { lazy } from 'react'

export const TrackPage = lazy(() => import('./TrackPage'))
