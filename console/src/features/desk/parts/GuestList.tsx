import type { Contact, Desk } from '../../../api/types'
import { Tag } from '../../../shared/ui'
import { deskCopy } from '../copy'
import { guestIn } from '../guests'
import styles from './ContactList.module.css'
import { RowFrame } from './ContactRow'

/** Conversations of colleagues who have asked me in, apart from my own. */
export function GuestList(props: { desk: Desk; chosen: string | null; onChoose: (id: string) => void }) {
  const t = deskCopy.use()
  return (
    <section className={styles.guests} aria-label={t.guestOf}>
      <h2 className={styles.asked}>{t.guestOf}</h2>
      <ul>
        {props.desk.guestOf.map((contact) => (
          <GuestRow
            key={contact.id}
            contact={contact}
            me={props.desk.me.person.id}
            chosen={contact.id === props.chosen}
            onChoose={props.onChoose}
          />
        ))}
      </ul>
    </section>
  )
}

function GuestRow(props: { contact: Contact; me: string; chosen: boolean; onChoose: (id: string) => void }) {
  const t = deskCopy.use()
  const { contact, me, chosen, onChoose } = props
  const guest = guestIn(contact, me)
  if (guest === undefined) return null
  return (
    <RowFrame contact={contact} chosen={chosen} wanted={!guest.here} onChoose={onChoose}>
      <span className={styles.first}>
        <strong>{contact.customer.name}</strong>
        <Tag meaning={guest.here ? 'good' : 'watch'}>
          {guest.here ? t.guestState[guest.role] : t.guestState.mine}
        </Tag>
      </span>
      <span className={styles.second}>
        <span className={styles.said}>
          {guest.by.name}：{guest.note}
        </span>
      </span>
    </RowFrame>
  )
}
