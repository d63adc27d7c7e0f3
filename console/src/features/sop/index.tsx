import { lazy } from 'react'

export { sopCopy } from './copy'
export type { Calendar } from './types'

export const SopsPage = lazy(() => import('./SopsPage'))
export const SopPage = lazy(() => import('./SopPage'))
export const CalendarsPage = lazy(() => import('./CalendarsPage'))
