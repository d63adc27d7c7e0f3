import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, Navigate, useSearchParams } from 'react-router'
import { keys } from '../../api/query'
import type { Credentials, Me } from '../../api/types'
import { identityCopy } from './copy'
import { ChangePasswordForm } from './parts/ChangePasswordForm'
import { OpenPage } from './parts/OpenPage'
import { PasswordStep } from './parts/PasswordStep'
import { TotpStep } from './parts/TotpStep'
import { useSignedIn } from './session'

/** Only addresses of our own, so that a link cannot lead somewhere else after signing in. */
export function safeTarget(to: string | null): string {
  return to?.startsWith('/') && !to.startsWith('//') && !to.startsWith('/\\') ? to : '/'
}

export default function SignInPage() {
  const t = identityCopy.use()
  const client = useQueryClient()
  const [params] = useSearchParams()
  const { data: me } = useSignedIn()
  const [waiting, setWaiting] = useState<Credentials | null>(null)
  const [typed, setTyped] = useState('')

  function enter(signedIn: Me) {
    setWaiting(null)
    client.setQueryData(keys.me, signedIn)
  }

  if (me != null && !me.mustChangePassword) {
    return <Navigate to={safeTarget(params.get('to'))} replace />
  }
  if (me != null) {
    return (
      <OpenPage title={t.changeTitle}>
        <p style={{ marginBottom: 14 }}>{t.changeHint}</p>
        <ChangePasswordForm
          knownCurrent={typed}
          onChanged={() => client.setQueryData(keys.me, { ...me, mustChangePassword: false })}
        />
      </OpenPage>
    )
  }
  if (waiting !== null) {
    return (
      <OpenPage title={t.totpTitle}>
        <TotpStep credentials={waiting} onEntered={enter} onBack={() => setWaiting(null)} />
      </OpenPage>
    )
  }
  return (
    <OpenPage title={t.signIn}>
      <PasswordStep
        onEntered={(signedIn, credentials) => {
          setTyped(credentials.password)
          enter(signedIn)
        }}
        onTotp={setWaiting}
      />
      <p style={{ marginTop: 16, fontSize: 13 }}>
        <Link to="/track">{t.trackLink}</Link>
      </p>
    </OpenPage>
  )
}
