import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import type { Credentials, Me } from '../../../api/types'
import { signIn } from '../api'
import { identityCopy } from '../copy'
import { SignInProblem } from './SignInProblem'

interface Props {
  credentials: Credentials
  onEntered: (me: Me) => void
  onBack: () => void
}

export function TotpStep({ credentials, onEntered, onBack }: Props) {
  const t = identityCopy.use()
  const attempt = useMutation({
    mutationFn: (totp: string) => signIn({ ...credentials, totp }),
    onSuccess: onEntered,
  })
  return (
    <div style={{ display: 'grid', gap: 16 }}>
      <p>{t.totpHint}</p>
      {attempt.isError && <Alert type="error" title={<SignInProblem problem={attempt.error} />} />}
      <Input.OTP
        autoFocus
        length={6}
        size="large"
        disabled={attempt.isPending}
        aria-label={t.totpTitle}
        inputMode="numeric"
        autoComplete="one-time-code"
        onChange={(code) => attempt.mutate(code)}
      />
      <Button type="link" onClick={onBack} style={{ justifySelf: 'start', padding: 0 }}>
        {t.back}
      </Button>
    </div>
  )
}
