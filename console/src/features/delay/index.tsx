import { lazy } from 'react'

export const DelayPage = lazy(() => import('./DelayPage'))
