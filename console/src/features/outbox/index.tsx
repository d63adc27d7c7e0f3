import { lazy } from 'react'

export const OutboxPage = lazy(() => import('./OutboxPage'))
