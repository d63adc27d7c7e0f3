import { Button } from 'antd'
import type { Contact } from '../../../api/types'
import { cx, Tag } from '../../../shared/ui'
import styles from '../BoardPage.module.css'
import { deskCopy } from '../copy'
import { WhyButton } from '../why/WhyDrawer'
import { sayMatter } from '../words'
import { Since } from './Clocks'

interface Props {
  contacts: Contact[]
  onLook: (contact: Contact) => void
  onTake: (contact: Contact) => void
}

/** Who waits and who is talked to, with a look into each. */
export function OpenContacts({ contacts, onLook, onTake }: Props) {
  const t = deskCopy.use()
  if (contacts.length === 0) {
    return (
      <p className={styles.soft} style={{ padding: '12px 14px' }}>
        {t.noOpen}
      </p>
    )
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too
    <div className={styles.scroll} tabIndex={0}>
      <table className={cx(styles.table, styles.people)}>
        <thead>
          <tr>
            <th>{t.customerTitle}</th>
            <th>{t.stateTitle}</th>
            <th>{t.channelTitle}</th>
            <th>{t.matterTitle}</th>
            <th>{t.agent}</th>
            <th className={styles.number}>{t.since_}</th>
            <th>{t.action}</th>
            <th>{t.unit}</th>
          </tr>
        </thead>
        <tbody>
          {contacts.map((contact) => (
            <tr key={contact.id}>
              <td>
                <strong>{contact.customer.name}</strong>
              </td>
              <td>
                <Tag meaning={contact.state === 'TALKING' ? 'good' : 'watch'}>{t.state[contact.state]}</Tag>
              </td>
              <td>{t.channel[contact.channel]}</td>
              <td>
                {sayMatter(contact.matter)} · {t.level(contact.level)}
              </td>
              <td>{contact.agent?.name ?? '–'}</td>
              <td className={styles.number}>
                <Since at={contact.since} />
              </td>
              <td className={styles.actions}>
                <Button size="small" type="link" onClick={() => onLook(contact)}>
                  {t.look}
                </Button>
                <WhyButton contact={contact} />
                <Button size="small" type="link" onClick={() => onTake(contact)}>
                  {t.takeOver}
                </Button>
              </td>
              <td className={styles.soft}>{contact.unit.name}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
