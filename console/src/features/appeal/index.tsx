import { lazy } from 'react'

export const AppealsPage = lazy(() => import('./AppealsPage'))
export const AppealPage = lazy(() => import('./AppealPage'))
export const OverdueAppeals = lazy(() => import('./parts/OverdueAppeals'))
export const AppealFiguresPage = lazy(() => import('./FiguresPage'))
