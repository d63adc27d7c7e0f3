import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { ApiProblem } from '../../../api/problem'
import type { Credentials, Me } from '../../../api/types'
import { signIn } from '../api'
import { identityCopy } from '../copy'
import { SignInProblem } from './SignInProblem'

interface Props {
  onEntered: (me: Me, credentials: Credentials) => void
  onTotp: (credentials: Credentials) => void
}

export function PasswordStep({ onEntered, onTotp }: Props) {
  const t = identityCopy.use()
  const attempt = useMutation({
    mutationFn: signIn,
    onSuccess: onEntered,
    onError: (problem, credentials) => {
      if (problem instanceof ApiProblem && problem.code === 'TOTP_REQUIRED') onTotp(credentials)
    },
  })
  return (
    <Form<Credentials>
      layout="vertical"
      onFinish={(values) => attempt.mutate({ ...values, username: values.username.trim() })}
    >
      {attempt.isError && (
        <Alert type="error" title={<SignInProblem problem={attempt.error} />} style={{ marginBottom: 16 }} />
      )}
      <Form.Item
        name="username"
        label={t.username}
        rules={[{ required: true, whitespace: true, message: t.needUsername }]}
      >
        <Input autoFocus autoComplete="username" size="large" />
      </Form.Item>
      <Form.Item name="password" label={t.password} rules={[{ required: true, message: t.needPassword }]}>
        <Input.Password autoComplete="current-password" size="large" />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={attempt.isPending}>
        {t.signIn}
      </Button>
    </Form>
  )
}
