import { lazy } from 'react'

export const ImprovementPage = lazy(() => import('./ImprovementPage'))
