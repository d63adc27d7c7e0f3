import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { sayProblem } from '../../../shared/problems'
import { changePassword } from '../api'
import { identityCopy } from '../copy'
import { PASSWORD_MIN } from '../model'

interface Values {
  current: string
  next: string
  repeat: string
}

interface Props {
  /** The password just typed to sign in; then there is no need to type it again. */
  knownCurrent?: string
  onChanged: () => void
}

export function ChangePasswordForm({ knownCurrent = '', onChanged }: Props) {
  const t = identityCopy.use()
  const [form] = Form.useForm<Values>()
  const change = useMutation({
    mutationFn: (values: Values) => changePassword(knownCurrent || values.current, values.next),
    onSuccess: () => {
      form.resetFields()
      onChanged()
    },
  })
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      onFinish={(values) => change.mutate(values)}
      style={{ maxWidth: 380 }}
    >
      {change.isError && <Alert type="error" title={sayProblem(change.error)} style={{ marginBottom: 16 }} />}
      {knownCurrent === '' && (
        <Form.Item name="current" label={t.current} rules={[{ required: true, message: t.needPassword }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
      )}
      <Form.Item
        name="next"
        label={t.newPassword}
        extra={t.passwordRule}
        rules={[
          { required: true, message: t.needField },
          { min: PASSWORD_MIN, message: t.tooShort },
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeat"
        label={t.repeat}
        dependencies={['next']}
        rules={[
          { required: true, message: t.needField },
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error(t.differ)),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {t.changePassword}
      </Button>
    </Form>
  )
}
