import { App, Button, Checkbox, Drawer, Form, Input, InputNumber } from 'antd'
import type { IssuedKey, NewKey } from '../../../api/types'
import { sayProblem } from '../../../shared/problems'
import { UnitPicker } from '../../../shared/units'
import styles from '../PeoplePage.module.css'
import { useMe } from '../session'
import { useIssueKey } from './api'
import { keysCopy } from './copy'
import { forPrograms, GRANTABLE, sayPermission } from './words'

const USUAL_RATE = 600

export function KeyDrawer({
  onClose,
  onIssued,
}: {
  onClose: () => void
  onIssued: (key: IssuedKey) => void
}) {
  const t = keysCopy.use()
  const me = useMe()
  const { message } = App.useApp()
  const [form] = Form.useForm<NewKey>()
  const issue = useIssueKey()
  const needed = { required: true, message: t.required }
  return (
    <Drawer
      open
      size="min(480px, 100vw)"
      title={t.addTitle}
      onClose={onClose}
      footer={
        <div className={styles.footer}>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="primary" loading={issue.isPending} onClick={() => form.submit()}>
            {t.create}
          </Button>
        </div>
      }
    >
      <Form<NewKey>
        form={form}
        layout="vertical"
        initialValues={{ permissions: [], ratePerMinute: USUAL_RATE, unitCode: me.unit.code }}
        onFinish={(key) =>
          issue.mutate(key, { onSuccess: onIssued, onError: (problem) => message.error(sayProblem(problem)) })
        }
      >
        <Form.Item name="name" label={t.name} rules={[{ ...needed, whitespace: true }]}>
          <Input maxLength={100} placeholder={t.namePlaceholder} />
        </Form.Item>
        <Form.Item
          name="permissions"
          label={t.permissions}
          extra={t.permissionsHint}
          rules={[{ ...needed, type: 'array', min: 1 }]}
        >
          <Checkbox.Group className={styles.choices}>
            {GRANTABLE.map((code) => {
              const own = forPrograms(code) || me.permissions.includes(code)
              return (
                <Checkbox key={code} value={code} disabled={!own} title={own ? undefined : t.notYours}>
                  {sayPermission(code)}
                </Checkbox>
              )
            })}
          </Checkbox.Group>
        </Form.Item>
        <Form.Item name="unitCode" label={t.unit} extra={t.unitHint} rules={[needed]}>
          <UnitPicker known={me.unit} />
        </Form.Item>
        <Form.Item name="ratePerMinute" label={t.rate} rules={[needed]}>
          <InputNumber min={1} max={1_000_000} style={{ width: 160 }} />
        </Form.Item>
      </Form>
    </Drawer>
  )
}
