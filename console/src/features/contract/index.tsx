import { lazy } from 'react'

export { useCalendarName } from './api'
export { sayTerms } from './words'

export const ContractsPage = lazy(() => import('./ContractsPage'))
