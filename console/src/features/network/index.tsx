import { lazy } from 'react'

export { useDivisionName, useDivisions } from './divisions'

export const NetworkPage = lazy(() => import('./NetworkPage'))
