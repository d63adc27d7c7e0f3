import { lazy } from 'react'

export { sayTerms } from './words'

export const ContractsPage = lazy(() => import('./ContractsPage'))
