import { lazy } from 'react'

export const NetworkPage = lazy(() => import('./NetworkPage'))
