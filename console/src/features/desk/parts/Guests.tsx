import { App, Button } from 'antd'
import type { Contact, Guest } from '../../../api/types'
import { Tag } from '../../../shared/ui'
import { deskCopy } from '../copy'
import { useGuestAct } from '../guests'
import styles from './Guests.module.css'

/** The colleagues in a conversation of mine: who has come, and who may write to the customer. */
export function Guests({ contact }: { contact: Contact }) {
  const t = deskCopy.use()
  const { message } = App.useApp()
  const act = useGuestAct()
  if (contact.guests.length === 0) return null
  return (
    <ul className={styles.guests} aria-label={t.guests}>
      {contact.guests.map((guest) => (
        <li key={guest.person.id}>
          <strong>{guest.person.name}</strong>
          <Tag meaning={guest.here ? 'good' : 'watch'}>
            {guest.here ? t.guestState[guest.role] : t.guestState.asked}
          </Tag>
          {guest.role === 'CONSULT' && (
            <Button
              size="small"
              type="link"
              onClick={() =>
                act.mutate(
                  { act: 'raise', contact, person: guest.person.id },
                  { onSuccess: () => message.success(t.raised(guest.person.name)) },
                )
              }
            >
              {t.raise}
            </Button>
          )}
          <Button
            size="small"
            type="link"
            aria-label={`${t.endGuest} ${guest.person.name}`}
            onClick={() => act.mutate({ act: 'finish', contact, person: guest.person.id })}
          >
            {t.endGuest}
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** What a guest is told of their part, and how they come and go. */
export function GuestBar({ contact, guest }: { contact: Contact; guest: Guest }) {
  const t = deskCopy.use()
  const act = useGuestAct()
  const leave = () => act.mutate({ act: 'finish', contact, person: guest.person.id })
  const agent = contact.agent?.name ?? ''
  if (guest.here) {
    return (
      <div className={styles.bar}>
        <span>{guest.role === 'CONFERENCE' ? t.conferring(agent) : t.consulting(agent)}</span>
        <Button size="small" loading={act.isPending} onClick={leave}>
          {t.leaveGuest}
        </Button>
      </div>
    )
  }
  return (
    <div className={styles.bar}>
      <span>
        <strong>{t.askedBy(guest.by.name)}</strong>
        {guest.note}
      </span>
      <span className={styles.answers}>
        <Button disabled={act.isPending} onClick={leave}>
          {t.notNow}
        </Button>
        <Button type="primary" loading={act.isPending} onClick={() => act.mutate({ act: 'come', contact })}>
          {t.comeGuest}
        </Button>
      </span>
    </div>
  )
}
