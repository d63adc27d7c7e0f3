import { lazy } from 'react'

export const ChargesPage = lazy(() => import('./ChargesPage'))
export const ChargeStatementPage = lazy(() => import('./statement/StatementPage'))
export const ChargeFiguresPage = lazy(() => import('./figures/FiguresPage'))
