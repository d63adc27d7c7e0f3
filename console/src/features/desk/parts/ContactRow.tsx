import { Button } from 'antd'
import { memo, type ReactNode } from 'react'
import type { Contact, Terms } from '../../../api/types'
import { clockTime } from '../../../shared/time'
import { cx, Tag } from '../../../shared/ui'
import { useAct } from '../api'
import { deskCopy } from '../copy'
import { saySaid } from '../said'
import { useRoom } from '../talk/useTalk'
import { unreadOf } from '../unread'
import { sayMatter } from '../words'
import { OfferLeft, Waited } from './Clocks'
import styles from './ContactList.module.css'

interface Props {
  contact: Contact
  terms: Terms | undefined
  chosen: boolean
  onChoose: (id: string) => void
}

/** One conversation of mine; renders again only when it changes itself. */
export const ContactRow = memo(function ContactRow({ contact, terms, chosen, onChoose }: Props) {
  const t = deskCopy.use()
  const room = useRoom(contact.conversation)
  const unread = unreadOf(contact, room)
  // What somebody said is what one knows a conversation by, not that somebody joined it.
  const { newest } = room
  const later =
    newest !== null && newest.kind !== 'EVENT' && newest.at > (contact.lastAt ?? '') ? newest : null
  const said = later === null ? (contact.lastText ?? '') : saySaid(later, t)
  const at = later?.at ?? contact.lastAt ?? contact.since
  const offered = contact.state === 'OFFERED'
  return (
    <RowFrame
      contact={contact}
      chosen={chosen}
      wanted={offered}
      onChoose={onChoose}
      below={offered && <OfferButtons contact={contact} onTaken={onChoose} />}
    >
      <span className={styles.first}>
        <strong>{contact.customer.name}</strong>
        {contact.contract !== null && <Tag meaning="good">{t.contractShort}</Tag>}
        <Tag>{t.channel[contact.channel]}</Tag>
        <time dateTime={at} className="tabular">
          {clockTime(Date.parse(at))}
        </time>
      </span>
      <span className={styles.second}>
        <span className={styles.said}>{room.typing !== null ? t.typing(room.typing) : said}</span>
        {unread > 0 && (
          <span className={styles.unread} role="img" aria-label={t.unread(unread)}>
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </span>
      <span className={styles.third}>
        {offered ? (
          <OfferLeft until={contact.offeredUntil} />
        ) : (
          unread > 0 && <Waited at={at} terms={terms} />
        )}
        <span>{sayMatter(contact.matter)}</span>
        {contact.repeats > 0 && <span className={styles.again}>{t.repeats(contact.repeats)}</span>}
      </span>
    </RowFrame>
  )
})

/** What every conversation in the list is: chosen by a click, and marked while it wants somebody. */
export function RowFrame(props: {
  contact: Contact
  chosen: boolean
  wanted: boolean
  onChoose: (id: string) => void
  children: ReactNode
  below?: ReactNode
}) {
  const { contact, chosen, wanted, onChoose, children, below } = props
  return (
    <li className={cx(styles.row, chosen && styles.chosen, wanted && styles.offered)}>
      <button
        type="button"
        className={styles.open}
        aria-current={chosen}
        data-contact={contact.id}
        onClick={() => onChoose(contact.id)}
      >
        {children}
      </button>
      {below}
    </li>
  )
}

/** Takes an offer, or lets it go to somebody else. */
export function OfferButtons({ contact, onTaken }: { contact: Contact; onTaken: (id: string) => void }) {
  const t = deskCopy.use()
  const act = useAct()
  return (
    <span className={styles.answer}>
      <Button
        type="primary"
        loading={act.isPending}
        onClick={() => act.mutate({ act: 'accept', contact }, { onSuccess: () => onTaken(contact.id) })}
      >
        {t.accept}
      </Button>
      <Button disabled={act.isPending} onClick={() => act.mutate({ act: 'return', contact })}>
        {t.decline}
      </Button>
    </span>
  )
}
