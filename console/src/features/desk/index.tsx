import { lazy } from 'react'

export const DeskPage = lazy(() => import('./DeskPage'))
export const DeskBoardPage = lazy(() => import('./BoardPage'))
export const DeskAgentsPage = lazy(() => import('./AgentsPage'))
export const DeskPoliciesPage = lazy(() => import('./PoliciesPage'))
/** Keeps whoever came to the desk there, whatever page they look at. */
export const StayAtDesk = lazy(() => import('./parts/StayAtDesk'))
