import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link, Navigate, useLocation } from 'react-router'
import type { Permission } from '../api/permissions'
import { useMe, useSignedIn } from '../features/identity'
import { EmptyState, ErrorState, SkeletonRows } from '../shared/ui'
import { shellCopy } from './copy'
import { homeOf, mayEnter, settingsOf } from './places'
import { useSystem } from './system'

/** Lets signed-in people through; others sign in first and come back to the same address. */
export function RequireSession({ children }: { children: ReactNode }) {
  const { pathname, search } = useLocation()
  const session = useSignedIn()
  const system = useSystem()
  if (session.data === undefined) {
    return session.isError ? (
      <ErrorState error={session.error} onRetry={() => void session.refetch()} />
    ) : (
      <SkeletonRows rows={14} />
    )
  }
  if (session.data === null && system.data?.setupRequired) {
    return <Navigate to="/setup" replace />
  }
  if (session.data === null || session.data.mustChangePassword) {
    const target = pathname === '/' ? '' : `?to=${encodeURIComponent(pathname + search)}`
    return <Navigate to={`/sign-in${target}`} replace />
  }
  return children
}

export function Require({ any, children }: { any: Permission[]; children: ReactNode }) {
  const t = shellCopy.use()
  const me = useMe()
  if (mayEnter(me, any)) {
    return children
  }
  return <EmptyState title={t.denied}>{t.deniedHint}</EmptyState>
}

export function Home() {
  return <Navigate to={homeOf(useMe())} replace />
}

export function SettingsHome() {
  const first = settingsOf(useMe())[0]
  return <Navigate to={first?.path ?? '/account'} replace />
}

export function Missing() {
  const t = shellCopy.use()
  return (
    <EmptyState
      title={t.missing}
      action={
        <Link to="/">
          <Button type="primary">{t.home}</Button>
        </Link>
      }
    >
      {t.missingHint}
    </EmptyState>
  )
}
