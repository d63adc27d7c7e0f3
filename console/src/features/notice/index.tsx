import { lazy } from 'react'

export { NoticeBell } from './NoticeBell'

export const OutboxPage = lazy(() => import('./OutboxPage'))
