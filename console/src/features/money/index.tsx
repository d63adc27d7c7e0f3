import { lazy } from 'react'

export const PayoutsPage = lazy(() => import('./payouts/PayoutsPage'))
export const BatchesPage = lazy(() => import('./batches/BatchesPage'))
export const ReconciliationPage = lazy(() => import('./reconciliation/ReconciliationPage'))
export const LedgerPage = lazy(() => import('./ledger/LedgerPage'))
