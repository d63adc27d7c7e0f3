import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, QRCode } from 'antd'
import { useState } from 'react'
import { keys } from '../../../api/query'
import type { Me } from '../../../api/types'
import { sayProblem } from '../../../shared/problems'
import styles from '../AccountPage.module.css'
import { beginTotp, confirmTotp, endTotp } from '../api'
import { identityCopy } from '../copy'

/** Turning sign-in codes on (scan, then prove) and off (with the password). */
export function TotpSection({ enabled }: { enabled: boolean }) {
  return enabled ? <TotpOn /> : <TotpOff />
}

function useTotpSetter() {
  const client = useQueryClient()
  return (totpEnabled: boolean) =>
    client.setQueryData<Me | null>(keys.me, (me) => (me == null ? me : { ...me, totpEnabled }))
}

function TotpOff() {
  const t = identityCopy.use()
  const { message } = App.useApp()
  const setEnabled = useTotpSetter()
  const fail = (problem: unknown) => message.error(sayProblem(problem))
  const begin = useMutation({ mutationFn: beginTotp, onError: fail })
  const confirm = useMutation({
    mutationFn: confirmTotp,
    onSuccess: () => {
      setEnabled(true)
      message.success(t.totpEnabled)
    },
    onError: fail,
  })
  if (begin.data === undefined) {
    return (
      <div className={styles.stack}>
        <p className={styles.hint}>{t.totpOff}</p>
        <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate()}>
          {t.totpBegin}
        </Button>
      </div>
    )
  }
  return (
    <div className={styles.stack}>
      <p>{t.totpScan}</p>
      <QRCode value={begin.data.uri} size={176} bgColor="#ffffff" color="#000000" />
      <p>
        {t.totpManual} <span className={styles.secret}>{begin.data.secret}</span>
      </p>
      <p>{t.totpConfirm}</p>
      <Input.OTP
        length={6}
        aria-label={t.totpConfirm}
        inputMode="numeric"
        disabled={confirm.isPending}
        onChange={(code) => confirm.mutate(code)}
      />
      <Button onClick={() => begin.reset()}>{t.cancel}</Button>
    </div>
  )
}

function TotpOn() {
  const t = identityCopy.use()
  const { message } = App.useApp()
  const setEnabled = useTotpSetter()
  const [password, setPassword] = useState('')
  const end = useMutation({
    mutationFn: endTotp,
    onSuccess: () => {
      setEnabled(false)
      message.success(t.totpDisabled)
    },
    onError: (problem) => message.error(sayProblem(problem)),
  })
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault()
        end.mutate(password)
      }}
    >
      <p>{t.totpOn}</p>
      <p className={styles.hint}>{t.totpEndHint}</p>
      <Input.Password
        value={password}
        autoComplete="current-password"
        aria-label={t.current}
        style={{ maxWidth: 280 }}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button htmlType="submit" danger disabled={password === ''} loading={end.isPending}>
        {t.totpEnd}
      </Button>
    </form>
  )
}
