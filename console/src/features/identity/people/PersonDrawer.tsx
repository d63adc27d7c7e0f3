import { App, Button, Checkbox, Drawer, Form, Input, Switch } from 'antd'
import { ApiProblem } from '../../../api/problem'
import type { Person, Role } from '../../../api/types'
import { sayCode, sayProblem } from '../../../shared/problems'
import type { Secret } from '../../../shared/secret'
import { UnitPicker } from '../../../shared/units'
import { identityCopy } from '../copy'
import styles from '../PeoplePage.module.css'
import { useCan, useMe } from '../session'
import { useAddPerson, useChangePerson } from './api'
import { peopleCopy } from './copy'
import { ROLES } from './model'
import { PersonSecurity } from './PersonSecurity'

interface Values {
  username: string
  name: string
  phone?: string
  roles: Role[]
  unitCode: string
  initialPassword?: string
  active: boolean
}

interface Props {
  /** Null adds somebody. */
  person: Person | null
  onClose: () => void
  onSecret: (title: string, secrets: Secret[]) => void
}

export function PersonDrawer({ person, onClose, onSecret }: Props) {
  const t = peopleCopy.use()
  const words = identityCopy.use()
  const me = useMe()
  const mayWrite = useCan()('people.write')
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const add = useAddPerson()
  const change = useChangePerson(person?.id ?? '')
  const needed = { required: true, whitespace: true, message: t.required }

  function fail(problem: unknown) {
    const fields = problem instanceof ApiProblem ? problem.errors : []
    form.setFields(
      fields.map((wrong) => ({
        name: wrong.field as keyof Values,
        errors: [sayCode(wrong.code) ?? wrong.message],
      })),
    )
    message.error(sayProblem(problem))
  }

  function submit({ username, name, phone, roles, unitCode, initialPassword, active }: Values) {
    const typedPhone = phone?.trim() || undefined
    if (person === null) {
      add.mutate(
        { username, name, phone: typedPhone, roles, unitCode, initialPassword: initialPassword || undefined },
        {
          onSuccess: (added) => {
            onClose()
            if (added.initialPassword == null) message.success(t.saved)
            else
              onSecret(t.addedTitle(added.person.name), [
                { label: words.username, value: added.person.username },
                { label: t.initialPassword, value: added.initialPassword },
              ])
          },
          onError: fail,
        },
      )
    } else {
      change.mutate(
        { name, phone: typedPhone, roles, unitCode, active, version: person.version },
        {
          onSuccess: () => {
            message.success(t.saved)
            onClose()
          },
          onError: fail,
        },
      )
    }
  }

  return (
    <Drawer
      open
      size="min(480px, 100vw)"
      title={person === null ? t.addTitle : t.editTitle(person.name)}
      onClose={onClose}
      footer={
        mayWrite && (
          <div className={styles.footer}>
            <Button onClick={onClose}>{t.cancel}</Button>
            <Button type="primary" loading={add.isPending || change.isPending} onClick={() => form.submit()}>
              {t.save}
            </Button>
          </div>
        )
      }
    >
      <Form<Values>
        form={form}
        layout="vertical"
        disabled={!mayWrite}
        onFinish={submit}
        initialValues={
          person === null
            ? { roles: [], active: true, unitCode: me.unit.code }
            : { name: person.name, roles: person.roles, unitCode: person.unit.code, active: person.active }
        }
      >
        {person === null && (
          <Form.Item name="username" label={words.username} extra={t.usernameHint} rules={[needed]}>
            <Input autoComplete="off" maxLength={64} />
          </Form.Item>
        )}
        <Form.Item name="name" label={words.name} rules={[needed]}>
          <Input autoComplete="off" maxLength={64} />
        </Form.Item>
        <Form.Item
          name="phone"
          label={t.column.phone}
          extra={person?.phone == null ? t.phoneHint : t.phoneKeep(person.phone)}
        >
          <Input type="tel" autoComplete="off" maxLength={30} />
        </Form.Item>
        <Form.Item
          name="roles"
          label={words.role}
          extra={t.rolesHint}
          rules={[{ required: true, type: 'array', min: 1, message: t.required }]}
        >
          <Checkbox.Group className={styles.choices}>
            {ROLES.map((role) => (
              <Checkbox key={role} value={role}>
                {words.roles[role]}
              </Checkbox>
            ))}
          </Checkbox.Group>
        </Form.Item>
        <Form.Item name="unitCode" label={words.unit} extra={t.unitHint} rules={[needed]}>
          <UnitPicker known={person?.unit ?? me.unit} />
        </Form.Item>
        {person === null ? (
          <Form.Item name="initialPassword" label={t.initialPassword} extra={t.initialPasswordHint}>
            <Input.Password autoComplete="new-password" />
          </Form.Item>
        ) : (
          <Form.Item name="active" label={t.active} extra={t.activeHint} valuePropName="checked">
            <Switch />
          </Form.Item>
        )}
      </Form>
      {person !== null && mayWrite && <PersonSecurity person={person} onSecret={onSecret} />}
    </Drawer>
  )
}
