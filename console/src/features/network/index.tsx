import { lazy } from 'react'

export { useAllDivisions, useDivisionName, useDivisions } from './divisions'

export const NetworkPage = lazy(() => import('./NetworkPage'))
