import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Contact } from '../../../api/types'
import { Chip, cx, Tag } from '../../../shared/ui'
import type { OpenOnes } from '../api'
import styles from '../BoardPage.module.css'
import { deskCopy } from '../copy'
import { longestFirst, OPEN_STATES } from '../model'
import { WhyButton } from '../why/WhyDrawer'
import { sayMatter } from '../words'
import { Since } from './Clocks'

interface Props {
  open: OpenOnes
  onMore?: () => void
  onLook: (contact: Contact) => void
  onTake: (contact: Contact) => void
}

/** So many rows are drawn at a time. */
const STEP = 50

/** Who waits and who is talked to, with a look into each: all of them, those of one state, or those that are sought. */
export function OpenContacts({ open, onMore, ...acts }: Props) {
  const t = deskCopy.use()
  const [state, setState] = useState<Contact['state'] | null>(null)
  const [words, setWords] = useState('')
  const [most, setMost] = useState(STEP)
  const { contacts } = open
  if (contacts.length === 0 && !open.more) return <p className={styles.hint}>{t.noOpen}</p>
  const sought = words.trim()
  const found = longestFirst(contacts).filter(
    (one) =>
      (state === null || one.state === state) &&
      [one.customer.name, one.contract?.name, one.agent?.name, one.unit.name, sayMatter(one.matter)].some(
        (name) => name?.includes(sought),
      ),
  )
  const left = found.length - most
  return (
    <>
      <div className={styles.filters}>
        <Chip on={state === null} words={`${t.allOpen} ${contacts.length}`} onPress={() => setState(null)} />
        {OPEN_STATES.map((each) => (
          <Chip
            key={each}
            on={state === each}
            words={`${t.state[each]} ${contacts.filter((one) => one.state === each).length}`}
            onPress={() => setState(each)}
          />
        ))}
        <Input
          allowClear
          size="small"
          aria-label={t.findOpen}
          placeholder={t.findOpen}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      {found.length === 0 && <p className={styles.hint}>{t.noneFound}</p>}
      {found.length > 0 && <Rows contacts={found.slice(0, most)} {...acts} />}
      {(left > 0 || open.more) && (
        <div className={styles.filters}>
          {left > 0 && (
            <Button size="small" onClick={() => setMost(most + STEP)}>
              {t.showMore(Math.min(STEP, left), left)}
            </Button>
          )}
          {open.more && (
            <>
              <span className={styles.soft}>{t.tooManyOpen(contacts.length)}</span>
              <Button size="small" onClick={onMore}>
                {t.takeMore}
              </Button>
            </>
          )}
        </div>
      )}
    </>
  )
}

function Rows({ contacts, onLook, onTake }: Omit<Props, 'open' | 'onMore'> & { contacts: Contact[] }) {
  const t = deskCopy.use()
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
                <strong>{contact.customer.name}</strong>{' '}
                {contact.contract !== null && <Tag meaning="good">{contact.contract.name}</Tag>}
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
