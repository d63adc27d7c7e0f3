import { lazy } from 'react'

export const WorkbenchPage = lazy(() => import('./WorkbenchPage'))
