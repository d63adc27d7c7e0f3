import { lazy } from 'react'

export const KeyPage = lazy(() => import('./KeyPage'))
