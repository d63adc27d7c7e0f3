import { App, Button, Drawer, Form, Input, Select, Switch } from 'antd'
import type { ChannelAccount, MessageChannel } from '../../api/types'
import { sayProblem } from '../../shared/problems'
import { UnitPicker, useUnit } from '../../shared/units'
import { useMe } from '../identity'
import { type AccountFields, useSaveAccount } from './api'
import styles from './ChannelsPage.module.css'
import { channelCopy } from './copy'

const KEY = /^[a-z][a-z0-9-]{1,39}$/

/** Where the other side calls us, for those channels that do. */
function addressOf(channel: string, key: string): string | null {
  const origin = window.location.origin
  if (channel === 'WECHAT') return `${origin}/api/v1/public/wechat/${key}`
  return channel === 'FEEDBACK' ? `${origin}/api/v1/partners/feedback/${key}` : null
}

/** What most mailboxes want. */
const USUAL: Record<string, Record<string, string>> = {
  EMAIL: { imapPort: '993', imapTls: 'IMPLICIT', smtpPort: '465', smtpTls: 'IMPLICIT' },
}

const ENCRYPTIONS = ['IMPLICIT', 'STARTTLS', 'NONE'] as const

/** Adds an account or changes one; secrets are typed in and never shown again. */
export function AccountDrawer(props: {
  channel: MessageChannel
  account: ChannelAccount | null
  onClose: () => void
}) {
  const t = channelCopy.use()
  const me = useMe()
  const { message } = App.useApp()
  const { channel, account, onClose } = props
  const [form] = Form.useForm<AccountFields>()
  const unit = useUnit(account?.unit ?? null)
  const key = Form.useWatch('key', form) ?? account?.key ?? ''
  const save = useSaveAccount(channel.channel, account)
  const needed = { required: true, message: t.required }
  const address = KEY.test(key) ? addressOf(channel.channel, key) : null

  function submit(fields: AccountFields) {
    // What was left empty stays as it is.
    const secrets = Object.fromEntries(Object.entries(fields.secrets ?? {}).filter(([, value]) => !!value))
    save.mutate(
      { ...fields, active: fields.active ?? true, settings: fields.settings ?? {}, secrets },
      {
        onSuccess: () => {
          message.success(t.saved)
          onClose()
        },
        onError: (problem) => message.error(sayProblem(problem)),
      },
    )
  }

  return (
    <Drawer
      open
      size="min(520px, 100vw)"
      title={account === null ? t.addTitle(t.channel[channel.channel] ?? '') : t.changeTitle(account.name)}
      onClose={onClose}
      footer={
        <div className={styles.footer}>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="primary" loading={save.isPending} onClick={() => form.submit()}>
            {t.save}
          </Button>
        </div>
      }
    >
      <Form<AccountFields>
        form={form}
        layout="vertical"
        initialValues={{
          key: account?.key,
          name: account?.name,
          unit: account?.unit ?? me.unit.code,
          settings: account?.settings ?? USUAL[channel.channel] ?? {},
          active: account?.active ?? true,
        }}
        onFinish={submit}
      >
        <Form.Item
          name="key"
          label={t.key}
          extra={addressOf(channel.channel, '') === null ? t.plainKeyHint : t.keyHint}
          rules={[needed, { pattern: KEY, message: t.keyHint }]}
        >
          <Input disabled={account !== null} maxLength={40} placeholder="service-account" />
        </Form.Item>
        {address !== null && (
          <Form.Item label={channel.channel === 'WECHAT' ? t.address : t.feedbackAddress}>
            <span className={styles.copyable}>
              <Input readOnly value={address} />
              <Button
                onClick={() =>
                  void navigator.clipboard.writeText(address).then(() => message.success(t.copied))
                }
              >
                {t.copy}
              </Button>
            </span>
          </Form.Item>
        )}
        <Form.Item name="name" label={t.name} extra={t.nameHint} rules={[{ ...needed, whitespace: true }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="unit" label={t.unit} rules={[needed]}>
          <UnitPicker known={account === null ? me.unit : unit} />
        </Form.Item>
        {channel.fields.map((field) => {
          const kept = account?.secrets.includes(field.name) === true
          const name = t.field[field.name] ?? field.name
          const label = field.required ? name : t.optional(name)
          const rules = field.required && !kept ? [needed] : []
          return field.secret ? (
            <Form.Item key={field.name} name={['secrets', field.name]} label={label} rules={rules}>
              <Input.Password
                autoComplete="new-password"
                placeholder={kept ? t.secretKept : t.secretHint[field.name]}
              />
            </Form.Item>
          ) : (
            <Form.Item key={field.name} name={['settings', field.name]} label={label} rules={rules}>
              {field.name.endsWith('Tls') ? (
                <Select options={ENCRYPTIONS.map((value) => ({ value, label: t.encryption[value] }))} />
              ) : (
                <Input maxLength={500} placeholder={t.example(field.example)} />
              )}
            </Form.Item>
          )
        })}
        {account !== null && (
          <Form.Item name="active" label={t.active} valuePropName="checked">
            <Switch />
          </Form.Item>
        )}
      </Form>
    </Drawer>
  )
}
