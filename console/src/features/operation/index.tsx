import { lazy } from 'react'

export const OperationPage = lazy(() => import('./OperationPage'))
