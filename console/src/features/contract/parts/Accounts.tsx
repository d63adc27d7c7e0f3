import { DeleteOutlined } from '@ant-design/icons'
import { AutoComplete, Button, Form, Select } from 'antd'
import type { Channel } from '../../../api/types'
import { type OurAccount, useOurAccounts } from '../api'
import styles from '../ContractsPage.module.css'
import { contractCopy } from '../copy'

const CHANNELS: Channel[] = ['PHONE', 'CHAT', 'WECHAT', 'EMAIL', 'SMS', 'FEEDBACK', 'PARTNER']

/** Numbers and accounts of ours that are for this customer alone. */
export function Accounts({ locked }: { locked: boolean }) {
  const t = contractCopy.use()
  const ours = useOurAccounts()
  return (
    <>
      <h3 className={styles.title}>{t.accounts}</h3>
      <p className={styles.hint}>{t.accountsHint}</p>
      <Form.List name="accounts">
        {(accounts, { add, remove }) => (
          <>
            {accounts.map(({ key, name }) => (
              <Account key={key} at={name} ours={ours} locked={locked} onRemove={() => remove(name)} />
            ))}
            {!locked && (
              <Button size="small" onClick={() => add({ channel: 'PHONE', account: '' })}>
                {t.addAccount}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </>
  )
}

interface AccountProps {
  at: number
  ours: (channel: Channel) => OurAccount[]
  locked: boolean
  onRemove: () => void
}

function Account({ at, ours, locked, onRemove }: AccountProps) {
  const t = contractCopy.use()
  const channel: Channel | undefined = Form.useWatch(['accounts', at, 'channel'])
  return (
    <div className={styles.row}>
      <Form.Item name={[at, 'channel']} className={styles.kind}>
        <Select
          aria-label={t.channelTitle}
          options={CHANNELS.map((value) => ({ value, label: t.channel[value] }))}
        />
      </Form.Item>
      <Form.Item
        name={[at, 'account']}
        rules={[
          { required: true, whitespace: true, message: t.required },
          { max: 60, message: t.wrong.ACCOUNT_FORMAT },
        ]}
      >
        <AutoComplete
          aria-label={t.account}
          placeholder={t.account}
          options={channel === undefined ? [] : ours(channel)}
        />
      </Form.Item>
      {!locked && (
        <Button type="text" icon={<DeleteOutlined />} aria-label={t.removeAccount('')} onClick={onRemove} />
      )}
    </div>
  )
}
