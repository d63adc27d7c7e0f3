import { lazy } from 'react'

export const ClaimsPage = lazy(() => import('./ClaimsPage'))
export const ClaimCalculatorPage = lazy(() => import('./calculator/CalculatorPage'))
export const ClaimFiguresPage = lazy(() => import('./figures/FiguresPage'))
export const ClaimStandardsPage = lazy(() => import('./standard/StandardsPage'))
