import { useCallback, useSyncExternalStore } from 'react'
import type { Contact, Desk } from '../../../api/types'
import { EmptyState } from '../../../shared/ui'
import { deskCopy } from '../copy'
import { inOrder } from '../model'
import { useRooms } from '../talk/useTalk'
import { unreadOf } from '../unread'
import styles from './ContactList.module.css'
import { ContactRow } from './ContactRow'
import { GuestList } from './GuestList'

interface Props {
  desk: Desk
  ordered: Contact[]
  chosen: string | null
  onChoose: (id: string) => void
}

export function ContactList({ desk, ordered, chosen, onChoose }: Props) {
  const t = deskCopy.use()
  const guests = desk.guestOf.length > 0 && <GuestList desk={desk} chosen={chosen} onChoose={onChoose} />
  if (ordered.length === 0) {
    if (guests !== false) return <div className={styles.list}>{guests}</div>
    const ready = desk.me.state === 'READY'
    return (
      <EmptyState title={ready ? t.emptyReady : t.emptyBusy}>
        {ready ? t.emptyReadyHint : t.emptyBusyHint}
      </EmptyState>
    )
  }
  return (
    <div className={styles.list}>
      {guests}
      <ul>
        {ordered.map((contact) => (
          <ContactRow
            key={contact.id}
            contact={contact}
            terms={desk.terms[contact.channel]}
            chosen={contact.id === chosen}
            onChoose={onChoose}
          />
        ))}
      </ul>
    </div>
  )
}

/** The contacts in the order in which they want an answer; changes only when the order does. */
export function useOrdered(contacts: Contact[]): Contact[] {
  const rooms = useRooms()
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = contacts.map((contact) => rooms.subscribe(contact.conversation, listener))
      return () => {
        for (const stop of stops) stop()
      }
    },
    [rooms, contacts],
  )
  const order = useSyncExternalStore(subscribe, () =>
    inOrder(
      contacts.map((contact) => {
        const newest = rooms.view(contact.conversation).newest
        return newest !== null && newest.at > (contact.lastAt ?? '')
          ? { ...contact, lastAt: newest.at }
          : contact
      }),
      (contact) => unreadOf(contact, rooms.view(contact.conversation)),
    )
      .map((contact) => contact.id)
      .join(' '),
  )
  const byId = new Map(contacts.map((contact) => [contact.id, contact]))
  return order.split(' ').flatMap((id) => byId.get(id) ?? [])
}
