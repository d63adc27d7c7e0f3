import { DeleteOutlined } from '@ant-design/icons'
import { Button, Form, Input, Select } from 'antd'
import type { Channel } from '../../../api/types'
import styles from '../ContractsPage.module.css'
import { contractCopy } from '../copy'

const CHANNELS: Channel[] = ['PHONE', 'CHAT', 'WECHAT', 'EMAIL', 'SMS', 'FEEDBACK', 'PARTNER']

/** Numbers and accounts of ours that are for this customer alone. */
export function Accounts({ locked }: { locked: boolean }) {
  const t = contractCopy.use()
  return (
    <>
      <h3 className={styles.title}>{t.accounts}</h3>
      <p className={styles.hint}>{t.accountsHint}</p>
      <Form.List name="accounts">
        {(accounts, { add, remove }) => (
          <>
            {accounts.map(({ key, name }) => (
              <div key={key} className={styles.row}>
                <Form.Item name={[name, 'channel']} className={styles.kind}>
                  <Select
                    aria-label={t.channelTitle}
                    options={CHANNELS.map((value) => ({ value, label: t.channel[value] }))}
                  />
                </Form.Item>
                <Form.Item
                  name={[name, 'account']}
                  rules={[{ required: true, whitespace: true, message: t.required }]}
                >
                  <Input maxLength={60} aria-label={t.account} placeholder={t.account} />
                </Form.Item>
                {!locked && (
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={t.removeAccount('')}
                    onClick={() => remove(name)}
                  />
                )}
              </div>
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
