import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { Link, useNavigate } from 'react-router'
import { api } from '../../api/client'
import { keys } from '../../api/query'
import type { FirstAdministrator, SystemInfo } from '../../api/types'
import { sayProblem } from '../../shared/problems'
import { setUp, signIn } from './api'
import { identityCopy } from './copy'
import { PASSWORD_MIN } from './model'
import { OpenPage } from './parts/OpenPage'

export default function SetupPage() {
  const t = identityCopy.use()
  const client = useQueryClient()
  const navigate = useNavigate()
  const system = useQuery({
    queryKey: keys.system,
    queryFn: ({ signal }) => api.get<SystemInfo>('/system', undefined, signal),
  })
  const create = useMutation({
    mutationFn: async (first: FirstAdministrator) => {
      await setUp(first)
      return signIn({ username: first.username, password: first.password })
    },
    onSuccess: async (me) => {
      await client.invalidateQueries({ queryKey: keys.system })
      client.setQueryData(keys.me, me)
      await navigate('/network')
    },
  })
  if (system.data !== undefined && !system.data.setupRequired && !create.isSuccess) {
    return (
      <OpenPage title={t.setupDone}>
        <p>
          {t.setupDoneHint} <Link to="/sign-in">{t.toSignIn}</Link>
        </p>
      </OpenPage>
    )
  }
  const needed = { required: true, whitespace: true, message: t.needField }
  return (
    <OpenPage title={t.setupTitle}>
      <p style={{ marginBottom: 14 }}>{t.setupHint}</p>
      <Form<FirstAdministrator> layout="vertical" onFinish={(values) => create.mutate(values)}>
        {create.isError && (
          <Alert type="error" title={sayProblem(create.error)} style={{ marginBottom: 16 }} />
        )}
        <Form.Item name="code" label={t.setupCode} rules={[needed]}>
          <Input autoFocus autoComplete="off" />
        </Form.Item>
        <Form.Item name="name" label={t.name} rules={[needed]}>
          <Input autoComplete="name" />
        </Form.Item>
        <Form.Item name="username" label={t.username} rules={[needed]}>
          <Input autoComplete="username" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t.password}
          extra={t.passwordRule}
          rules={[needed, { min: PASSWORD_MIN, message: t.tooShort }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={create.isPending}>
          {t.create}
        </Button>
      </Form>
    </OpenPage>
  )
}
