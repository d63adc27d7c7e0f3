import { lazy } from 'react'

export const TariffsPage = lazy(() => import('./TariffsPage'))
