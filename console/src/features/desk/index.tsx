import { lazy } from 'react'

export const DeskPage = lazy(() => import('./DeskPage'))
