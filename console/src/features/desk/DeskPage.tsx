import { App, Button } from 'antd'
import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { Contact, Desk, TicketView } from '../../api/types'
import { useShortcut } from '../../shared/keyboard'
import { cx, EmptyState, ErrorState, SkeletonRows, Tag, usePageTitle, useWindowWidth } from '../../shared/ui'
import { useCan } from '../identity'
import { Suggestions } from '../knowledge'
import { OpenTicketDialog } from '../ticket'
import { useAct, useDesk, useLink } from './api'
import { deskCopy } from './copy'
import styles from './DeskPage.module.css'
import { useDrop } from './drop'
import { guestIn } from './guests'
import { AskDialog } from './parts/AskDialog'
import { CarriedBy, ChannelBar, useConversationChannel } from './parts/ChannelBar'
import { Composer, type ComposerHandle } from './parts/Composer'
import { ContactList, useOrdered } from './parts/ContactList'
import { OfferButtons } from './parts/ContactRow'
import { CustomerPane, NoCustomer } from './parts/CustomerPane'
import { CloseDialog, PassDialog } from './parts/EndDialogs'
import { GuestBar, Guests } from './parts/Guests'
import { LineWords } from './parts/LineWords'
import { SeatBar } from './parts/SeatBar'
import { Thread } from './parts/Thread'
import { setHere } from './tab'
import { useLineOpen, useRooms } from './talk/useTalk'
import { matterOf, saidBefore } from './thread'

/** An agent's conversations: who wants an answer, what was said, and whose parcel it is about. */
export default function DeskPage() {
  const t = deskCopy.use()
  usePageTitle(t.title)
  useEffect(() => setHere(true), [])
  useLineOpen()
  const { data, isError, error, refetch } = useDesk()
  if (data === undefined) {
    return isError ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={14} />
  }
  return (
    <div className={styles.page}>
      <h1 className="visually-hidden">{t.title}</h1>
      <SeatBar desk={data} />
      {isError && <ErrorState error={error} over onRetry={() => void refetch()} />}
      <LineWords />
      <Panes desk={data} />
    </div>
  )
}

function Panes({ desk }: { desk: Desk }) {
  const t = deskCopy.use()
  const act = useAct()
  const width = useWindowWidth()
  const [params, setParams] = useSearchParams()
  const ordered = useOrdered(desk.contacts)
  const asked = params.get('contact')
  const shown = useMemo(() => [...desk.guestOf, ...ordered], [desk.guestOf, ordered])
  const chosen = shown.find((contact) => contact.id === asked) ?? (width >= 900 ? ordered[0] : undefined)
  const id = chosen?.id ?? null
  const showsCustomer = params.get('pane') === 'customer'
  const offer = ordered.find((contact) => contact.state === 'OFFERED')

  const go = useCallback(
    (contact: string | null, pane: string | null = null) => {
      setParams(
        { ...(contact === null ? {} : { contact }), ...(pane === null ? {} : { pane }) },
        { replace: true },
      )
    },
    [setParams],
  )
  const choose = useCallback((contact: string) => go(contact), [go])

  function move(by: 1 | -1) {
    const at = shown.findIndex((contact) => contact.id === id)
    const next = shown[at < 0 ? 0 : at + by]
    if (next !== undefined) go(next.id)
  }

  // what one reads stays chosen when the order changes
  useEffect(() => {
    if (asked === null && id !== null && width >= 900) go(id)
  }, [asked, id, width, go])

  useShortcut('j', t.keys.next, () => move(1))
  useShortcut('k', t.keys.previous, () => move(-1))
  useShortcut('Alt+ArrowDown', t.keys.next, () => move(1))
  useShortcut('Alt+ArrowUp', t.keys.previous, () => move(-1))
  useShortcut(
    'Alt+a',
    t.keys.accept,
    () => offer && act.mutate({ act: 'accept', contact: offer }, { onSuccess: () => go(offer.id) }),
    { enabled: offer !== undefined },
  )
  useShortcut('Alt+x', t.keys.decline, () => offer && act.mutate({ act: 'return', contact: offer }), {
    enabled: offer !== undefined,
  })

  return (
    <div
      className={cx(styles.panes, chosen !== undefined && styles.open, showsCustomer && styles.showCustomer)}
    >
      <nav className={styles.left} aria-label={t.mine}>
        <ContactList desk={desk} ordered={ordered} chosen={id} onChoose={choose} />
      </nav>
      {chosen === undefined ? (
        <section className={styles.middle} aria-label={t.conversation}>
          {shown.length > 0 && <EmptyState title={t.pick}>{t.pickHint}</EmptyState>}
        </section>
      ) : (
        <Chosen
          key={chosen.id}
          desk={desk}
          contact={chosen}
          onBack={() => (showsCustomer ? go(chosen.id) : go(null))}
          onCustomer={() => go(chosen.id, showsCustomer ? null : 'customer')}
        />
      )}
      {chosen === undefined && (
        <aside className={styles.right} aria-label={t.customer}>
          {shown.length > 0 && <NoCustomer />}
        </aside>
      )}
    </div>
  )
}

type Dialog = 'close' | 'pass' | 'ask' | 'ticket'

function Chosen(props: { desk: Desk; contact: Contact; onBack: () => void; onCustomer: () => void }) {
  const t = deskCopy.use()
  const can = useCan()
  const { message } = App.useApp()
  const { desk, contact, onBack, onCustomer } = props
  const rooms = useRooms()
  const link = useLink(contact.id)
  const carried = useConversationChannel(contact.conversation, contact.channel)
  const composer = useRef<ComposerHandle>(null)
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const [marked, setMarked] = useState<number | null>(null)
  const [chosenWaybill, setWaybill] = useState<string | null>(null)
  const roomy = useWindowWidth() >= 900
  const guest = contact.agent?.id === desk.me.person.id ? undefined : guestIn(contact, desk.me.person.id)
  const talking = contact.state === 'TALKING' && guest === undefined
  const writing = talking || guest?.here === true
  const waybill = chosenWaybill ?? contact.waybills.at(-1) ?? null
  const variables = useMemo(
    () => ({ 客户: contact.customer.name, 运单号: waybill ?? undefined, 坐席: desk.me.person.name }),
    [contact.customer.name, waybill, desk.me.person.name],
  )
  const { dropping, ...drop } = useDrop(writing && guest?.role !== 'CONSULT', (files) =>
    composer.current?.files(files),
  )
  const mark = useCallback((seq: number) => setMarked((before) => (before === seq ? null : seq)), [])
  const { items } = rooms.view(contact.conversation)
  const said = items.find((item) => item.seq === marked) ?? matterOf(items, waybill)

  function opened(ticket: TicketView | null) {
    setDialog(null)
    if (ticket !== null) {
      link.mutate({ kind: 'TICKET', ref: ticket.id }, { onSuccess: () => message.success(t.linked) })
    }
  }

  useShortcut('r', t.keys.write, () => composer.current?.write(), { enabled: writing })
  useShortcut('Enter', t.keys.write, () => composer.current?.write(), { enabled: writing })
  useShortcut(
    'Escape',
    t.keys.leaveWriting,
    () => {
      const here = document.activeElement
      if (here instanceof HTMLTextAreaElement) here.blur()
      else onBack()
    },
    { whileTyping: true },
  )
  useShortcut('Alt+m', t.keys.mark, () => {
    const before = saidBefore(rooms.view(contact.conversation).items, marked)
    if (before !== null) setMarked(before.seq)
  })
  useShortcut('Alt+t', t.keys.ticket, () => setDialog('ticket'), { enabled: can('ticket.open') })
  useShortcut('Alt+n', t.keys.note, () => composer.current?.note(), { enabled: writing })
  useShortcut('Alt+p', t.keys.pass, () => setDialog('pass'), { enabled: talking })
  useShortcut('Alt+k', t.keys.ask, () => setDialog('ask'), { enabled: talking })
  useShortcut('Alt+c', t.keys.close, () => setDialog('close'), { enabled: talking })

  return (
    <>
      <section
        className={cx(styles.middle, dropping && styles.dropping)}
        data-hint={t.dropHere}
        aria-label={t.conversation}
        {...drop}
      >
        <header className={styles.head}>
          <Button type="text" size="small" className={styles.back} onClick={onBack}>
            ← {t.back}
          </Button>
          <strong>{contact.customer.name}</strong>
          <Tag>{t.channel[contact.channel]}</Tag>
          <div className={styles.actions}>
            <Button size="small" className={styles.toCustomer} onClick={onCustomer}>
              {t.showCustomer}
            </Button>
            {can('ticket.open') && (
              <Button size="small" title="Alt+T" onClick={() => setDialog('ticket')}>
                {t.openTicket}
              </Button>
            )}
            {talking && (
              <>
                <Button size="small" title="Alt+K" onClick={() => setDialog('ask')}>
                  {t.ask}
                </Button>
                <Button size="small" title="Alt+P" onClick={() => setDialog('pass')}>
                  {t.passOn}
                </Button>
                <Button size="small" title="Alt+C" onClick={() => setDialog('close')}>
                  {t.close}
                </Button>
              </>
            )}
          </div>
        </header>
        {talking && <Guests contact={contact} />}
        <CarriedBy value={carried}>
          <Thread
            conversation={contact.conversation}
            marked={marked}
            onMark={mark}
            lookingOn={guest !== undefined}
          />
        </CarriedBy>
        <ChannelBar channel={carried} />
        {guest !== undefined && <GuestBar contact={contact} guest={guest} />}
        {writing && guest?.role !== 'CONSULT' && can('knowledge.view') && (
          <Suspense>
            <Suggestions
              question={saidBefore(items, null)?.text ?? null}
              conversation={contact.conversation}
              channel={contact.channel}
              open={roomy}
              onInsert={(text) => composer.current?.insert(text)}
            />
          </Suspense>
        )}
        {writing && (
          <Composer
            contact={contact}
            variables={variables}
            handle={composer}
            notesOnly={guest?.role === 'CONSULT'}
          />
        )}
        {!writing && guest === undefined && (
          <div className={styles.offer}>
            <span>{t.notMine}</span>
            <OfferButtons contact={contact} onTaken={() => undefined} />
          </div>
        )}
      </section>
      <aside className={styles.right} aria-label={t.customer}>
        <Button type="text" size="small" className={styles.back} onClick={onBack}>
          ← {t.backToConversation}
        </Button>
        <CustomerPane
          contact={contact}
          dispositions={desk.dispositions}
          waybill={waybill}
          onWaybill={setWaybill}
        />
      </aside>
      {dialog === 'close' && (
        <CloseDialog contact={contact} dispositions={desk.dispositions} onDone={() => setDialog(null)} />
      )}
      {dialog === 'pass' && <PassDialog contact={contact} onDone={() => setDialog(null)} />}
      {dialog === 'ask' && <AskDialog contact={contact} onDone={() => setDialog(null)} />}
      {dialog === 'ticket' && (
        <Suspense>
          <OpenTicketDialog
            waybill={waybill}
            kind="query"
            begin={{ note: said?.text.slice(0, 500) ?? '' }}
            onDone={opened}
          />
        </Suspense>
      )}
    </>
  )
}
