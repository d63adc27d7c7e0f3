import { type ComponentType, lazy, Suspense } from 'react'
import { createBrowserRouter, Outlet, type RouteObject, useRouteError } from 'react-router'
import type { Permission } from '../api/permissions'
import { AnomaliesPage } from '../features/anomaly'
import { AppealFiguresPage, AppealPage, AppealsPage } from '../features/appeal'
import { AuditPage } from '../features/audit'
import { BotPage } from '../features/bot'
import { ChannelsPage } from '../features/channel'
import { ChargeFiguresPage, ChargeStatementPage, ChargesPage } from '../features/charge'
import { ClaimCalculatorPage, ClaimFiguresPage, ClaimStandardsPage, ClaimsPage } from '../features/claims'
import { ContractsPage } from '../features/contract'
import { DelayPage } from '../features/delay'
import { DeskAgentsPage, DeskBoardPage, DeskPage, DeskPoliciesPage } from '../features/desk'
import { DevicesPage, FreshnessPage } from '../features/device'
import { AccountPage, KeysPage, PeoplePage, SetupPage, SignInPage } from '../features/identity'
import { ImprovementPage } from '../features/improvement'
import { BoardsPage, FindingsPage, PrecisionPage, UnderWayPage } from '../features/insight'
import { ArticlePage, KnowledgePage, QuestionsPage } from '../features/knowledge'
import { BatchesPage, LedgerPage, PayoutsPage, ReconciliationPage } from '../features/money'
import { NetworkPage } from '../features/network'
import { OperationPage } from '../features/operation'
import { OutboxPage } from '../features/outbox'
import { OutletPage } from '../features/outlet'
import { ParcelPage, ParcelsPage } from '../features/parcel'
import { KeyPage } from '../features/partner'
import { ImportsPage } from '../features/scan'
import { CalendarsPage, SopPage, SopsPage } from '../features/sop'
import { TariffsPage } from '../features/tariff'
import { GreenPage, TicketPage, TicketsPage } from '../features/ticket'
import { TrackPage } from '../features/tracking'
import { TriagePage } from '../features/triage'
import { LimitsPage } from '../features/watch'
import { WorkbenchPage } from '../features/workbench'
import { SkeletonRows } from '../shared/ui'
import { Crashed } from './ErrorBoundary'
import { Home, Missing, Require, RequireSession, SettingsHome } from './guards'

/** Apart from the pages before sign-in, so that a customer's phone does not load the desk's frame. */
const Shell = lazy(() => import('./Shell'))

function page(path: string, Page: ComponentType, ...any: Permission[]): RouteObject {
  return {
    path,
    element: (
      <Require any={any}>
        <Page />
      </Require>
    ),
  }
}

function Open() {
  return (
    <Suspense fallback={<SkeletonRows />}>
      <Outlet />
    </Suspense>
  )
}

function RouteCrashed() {
  return <Crashed error={useRouteError()} />
}

export const routes: RouteObject[] = [
  {
    errorElement: <RouteCrashed />,
    children: [
      {
        element: <Open />,
        children: [
          { path: '/sign-in', element: <SignInPage /> },
          { path: '/setup', element: <SetupPage /> },
          { path: '/track', element: <TrackPage /> },
        ],
      },
      {
        element: (
          <RequireSession>
            <Suspense fallback={<SkeletonRows rows={14} />}>
              <Shell />
            </Suspense>
          </RequireSession>
        ),
        children: [
          { path: '/', element: <Home /> },
          page('/desk', DeskPage, 'desk.work'),
          page('/desk/board', DeskBoardPage, 'desk.lead'),
          page('/desk/agents', DeskAgentsPage, 'desk.lead'),
          page('/desk/policies', DeskPoliciesPage, 'desk.lead'),
          page('/workbench', WorkbenchPage, 'ticket.open'),
          page('/outlet', OutletPage, 'ticket.answer'),
          page('/tickets', TicketsPage, 'ticket.read'),
          page('/tickets/green', GreenPage, 'ticket.read'),
          page('/tickets/:id', TicketPage, 'ticket.read'),
          page('/appeals', AppealsPage, 'appeal.read'),
          page('/appeals/figures', AppealFiguresPage, 'appeal.read'),
          page('/appeals/:id', AppealPage, 'appeal.read'),
          page('/claims', ClaimsPage, 'claim.read'),
          page('/charges', ChargesPage, 'charge.read'),
          page('/charges/statement', ChargeStatementPage, 'charge.read'),
          page('/charges/figures', ChargeFiguresPage, 'charge.read'),
          page('/payouts', PayoutsPage, 'money.read'),
          page('/payouts/batches', BatchesPage, 'money.read'),
          page('/payouts/reconciliation', ReconciliationPage, 'money.read'),
          page('/ledger', LedgerPage, 'money.read'),
          page('/claim-calculator', ClaimCalculatorPage, 'claim.read'),
          page('/claim-figures', ClaimFiguresPage, 'claim.read'),
          page('/claim-standards', ClaimStandardsPage, 'claim.read'),
          page('/parcels', ParcelsPage, 'parcel.read'),
          page('/parcels/:waybill', ParcelPage, 'parcel.read'),
          page('/knowledge', KnowledgePage, 'knowledge.view'),
          page('/knowledge/questions', QuestionsPage, 'knowledge.edit'),
          page('/knowledge/:id', ArticlePage, 'knowledge.view'),
          page('/tariffs', TariffsPage, 'tariff.view'),
          page('/boards', BoardsPage, 'board.read'),
          page('/boards/findings', FindingsPage, 'parcel.read'),
          page('/boards/parcels', UnderWayPage, 'parcel.read'),
          page('/boards/causes', ImprovementPage, 'improvement.read'),
          page('/boards/outlets', OperationPage, 'operation.read'),
          page('/boards/anomalies', AnomaliesPage, 'operation.read'),
          page('/boards/precision', PrecisionPage, 'board.read'),
          page('/boards/delays', DelayPage, 'operation.read'),
          page('/boards/freshness', FreshnessPage, 'board.read'),
          page('/boards/devices', DevicesPage, 'devices.read'),
          { path: '/settings', element: <SettingsHome /> },
          page('/network/:code?', NetworkPage, 'network.read'),
          page('/people', PeoplePage, 'people.read'),
          page('/keys', KeysPage, 'keys.write'),
          page('/sops', SopsPage, 'sop.read'),
          page('/sops/:code/:version?', SopPage, 'sop.read'),
          page('/triage', TriagePage, 'triage.read'),
          page('/calendars/:code?', CalendarsPage, 'calendar.read'),
          page('/keys/:id', KeyPage, 'keys.write'),
          page('/limits', LimitsPage, 'limits.read'),
          page('/imports', ImportsPage, 'scans.import'),
          page('/audit', AuditPage, 'audit.read'),
          page('/outbox', OutboxPage, 'outbox.read'),
          page('/channels', ChannelsPage, 'channels.manage'),
          page('/bot', BotPage, 'bot.view'),
          page('/contracts', ContractsPage, 'contract.view'),
          page('/account', AccountPage),
          { path: '*', element: <Missing /> },
        ],
      },
    ],
  },
]

export const createRouter = () => createBrowserRouter(routes)
