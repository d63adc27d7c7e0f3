import { lazy } from 'react'

export { Sharing } from './parts/Sharing'
export { Why } from './parts/Why'

export const TriagePage = lazy(() => import('./TriagePage'))
