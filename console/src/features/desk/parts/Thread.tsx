import { Button, Image } from 'antd'
import { memo, useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { apiUrl } from '../../../api/client'
import { clockTime, sayDay } from '../../../shared/time'
import { cx, EmptyState, SkeletonRows } from '../../../shared/ui'
import { deskCopy } from '../copy'
import { sayEvent } from '../said'
import { isWhisper, type Outgoing, type TalkItem } from '../talk/talk'
import { useRoom, useRooms } from '../talk/useTalk'
import { dayOf, type Line, linesOf, type Mark, markOf } from '../thread'
import { CarriedBy, DeliveryMark } from './ChannelBar'
import { OriginalMailLink } from './OriginalMail'
import styles from './Thread.module.css'

interface Props {
  conversation: string
  /** The message a ticket would be made from. */
  marked: number | null
  /** Absent where no ticket can be made. */
  onMark?: (seq: number) => void
  /** Whoever only looks on reads nothing for the agent. */
  lookingOn?: boolean
}

/** Whoever has the conversation before them opens its files. */
const fileUrl = (conversation: string, file: string) =>
  apiUrl(`/desk/conversations/${conversation}/files/${file}`)

const NEAR_PX = 80

/** What was said, oldest on top; stays at the end while its reader is there. */
export function Thread({ conversation, marked, onMark, lookingOn = false }: Props) {
  const t = deskCopy.use()
  const rooms = useRooms()
  const room = useRoom(conversation)
  const lines = useMemo(() => linesOf(room.items, room.outgoing), [room.items, room.outgoing])
  const scroller = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const fromEnd = useRef(0)
  const [behind, setBehind] = useState(false)
  const first = room.items[0]?.seq ?? null
  const last = `${room.items.at(-1)?.seq ?? 0} ${room.outgoing.length}`

  useEffect(() => rooms.open(conversation), [rooms, conversation])

  // biome-ignore lint/correctness/useExhaustiveDependencies: something new at the end
  useLayoutEffect(() => {
    const box = scroller.current
    if (box === null) return
    if (atEnd.current) box.scrollTop = box.scrollHeight
    else setBehind(true)
  }, [last])

  // a composer that grows takes room from below: whoever is at the end stays there
  useEffect(() => {
    const box = scroller.current
    if (box === null) return
    const observer = new ResizeObserver(() => {
      if (atEnd.current) box.scrollTop = box.scrollHeight
    })
    observer.observe(box)
    return () => observer.disconnect()
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: earlier entries push down what is read; it stays where it was
  useLayoutEffect(() => {
    const box = scroller.current
    if (box !== null && !atEnd.current) box.scrollTop = box.scrollHeight - fromEnd.current
  }, [first])

  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is new was seen when it is in view
  useEffect(() => {
    if (lookingOn) return
    const seen = () => {
      if (document.visibilityState === 'visible' && atEnd.current) rooms.readAll(conversation)
    }
    seen()
    document.addEventListener('visibilitychange', seen)
    return () => document.removeEventListener('visibilitychange', seen)
  }, [rooms, conversation, last, behind, lookingOn])

  function scrolled() {
    const box = scroller.current
    if (box === null) return
    fromEnd.current = box.scrollHeight - box.scrollTop
    atEnd.current = fromEnd.current - box.clientHeight < NEAR_PX
    if (atEnd.current) setBehind(false)
    if (box.scrollTop < NEAR_PX && room.more) rooms.earlier(conversation)
  }

  function toEnd() {
    const box = scroller.current
    if (box !== null) box.scrollTop = box.scrollHeight
    setBehind(false)
  }

  return (
    <div className={styles.frame}>
      <div
        ref={scroller}
        role="log"
        aria-label={t.conversation}
        className={styles.thread}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too
        tabIndex={0}
        onScroll={scrolled}
      >
        {room.more && (
          <Button type="link" size="small" onClick={() => rooms.earlier(conversation)}>
            {t.earlier}
          </Button>
        )}
        {lines.length === 0 &&
          (room.loading ? <SkeletonRows rows={6} height={48} /> : <EmptyState title={t.noMessages} />)}
        <Image.PreviewGroup>
          <ol className={styles.lines}>
            {lines.map((line) => (
              <LineShown
                key={line.key}
                conversation={conversation}
                line={line}
                read={line.line === 'item' && line.item.seq <= room.readByCustomer}
                marked={line.line === 'item' && line.item.seq === marked}
                onMark={onMark}
              />
            ))}
          </ol>
        </Image.PreviewGroup>
        <p className={styles.typing} aria-live="polite">
          {room.typing !== null && t.typing(room.typing)}
        </p>
      </div>
      {behind && (
        <Button className={styles.behind} size="small" shape="round" type="primary" onClick={toEnd}>
          {t.newMessages}
        </Button>
      )}
    </div>
  )
}

interface LineProps {
  conversation: string
  line: Line
  read: boolean
  marked: boolean
  onMark: ((seq: number) => void) | undefined
}

const LineShown = memo(
  function LineShown({ conversation, line, read, marked, onMark }: LineProps) {
    switch (line.line) {
      case 'day':
        return <Day at={line.at} />
      case 'outgoing':
        return <Waiting outgoing={line.outgoing} />
      case 'item':
        return (
          <Said
            conversation={conversation}
            item={line.item}
            joined={line.joined}
            mark={markOf(line.item, read ? line.item.seq : 0)}
            marked={marked}
            onMark={onMark}
          />
        )
    }
  },
  (a, b) =>
    a.read === b.read &&
    a.marked === b.marked &&
    a.onMark === b.onMark &&
    (a.line === b.line ||
      (a.line.line === 'item' &&
        b.line.line === 'item' &&
        a.line.item === b.line.item &&
        a.line.joined === b.line.joined)),
)

function Day({ at }: { at: number }) {
  const t = deskCopy.use()
  const days = dayOf(Date.now()) - dayOf(at)
  return (
    <li className={styles.day}>
      <span>{days === 0 ? t.today : days === 1 ? t.yesterday : sayDay(at, Date.now())}</span>
    </li>
  )
}

function Said(props: {
  conversation: string
  item: TalkItem
  joined: boolean
  mark: Mark
  marked: boolean
  onMark: ((seq: number) => void) | undefined
}) {
  const t = deskCopy.use()
  const { item, joined, mark, marked, onMark } = props
  const carried = useContext(CarriedBy) !== undefined
  if (item.kind === 'EVENT') {
    return (
      <li className={styles.event}>
        <time dateTime={item.at}>{clockTime(Date.parse(item.at))}</time> {sayEvent(item.text, t)}
      </li>
    )
  }
  const theirs = item.author === 'CUSTOMER'
  const whispered = isWhisper(item)
  const who = item.author === 'BOT' ? t.bot : item.name
  return (
    <li
      className={cx(
        styles.said,
        theirs ? styles.theirs : styles.ours,
        joined && styles.joined,
        item.kind === 'NOTE' && styles.note,
        whispered && styles.whisper,
        marked && styles.marked,
      )}
    >
      {!joined && (
        <span className={styles.who}>
          {item.kind === 'NOTE' && (
            <b title={whispered ? t.whisperHint : t.noteHint}>{whispered ? t.whisper : t.note}</b>
          )}{' '}
          {who} <time dateTime={item.at}>{clockTime(Date.parse(item.at))}</time>
        </span>
      )}
      <div className={styles.line}>
        <Content conversation={props.conversation} item={item} />
        {!theirs &&
          item.kind !== 'NOTE' &&
          (carried ? <DeliveryMark seq={item.seq} /> : <small data-mark={mark}>{t.mark[mark]}</small>)}
        {theirs && item.kind === 'TEXT' && <OriginalMailLink seq={item.seq} />}
        {theirs && item.kind === 'TEXT' && onMark !== undefined && (
          <button
            type="button"
            className={styles.choose}
            aria-pressed={marked}
            onClick={() => onMark(item.seq)}
          >
            {t.chosenMessage}
          </button>
        )}
      </div>
    </li>
  )
}

function Content({ conversation, item }: { conversation: string; item: TalkItem }) {
  const t = deskCopy.use()
  if (item.kind === 'IMAGE' && item.file !== undefined) {
    return (
      <Image
        src={fileUrl(conversation, item.file)}
        alt={item.text === '' ? t.picture : item.text}
        height={150}
        className={styles.picture}
      />
    )
  }
  if (item.kind === 'FILE' && item.file !== undefined) {
    const name = item.text === '' ? t.file : item.text
    return (
      <a className={styles.bubble} href={fileUrl(conversation, item.file)} download={name}>
        {name}
      </a>
    )
  }
  return <p className={styles.bubble}>{item.text}</p>
}

/** What has not come to the server yet. */
function Waiting({ outgoing }: { outgoing: Outgoing }) {
  const t = deskCopy.use()
  const rooms = useRooms()
  return (
    <li className={cx(styles.said, styles.ours, outgoing.refused !== null && styles.refused)}>
      <div className={styles.line}>
        <p className={styles.bubble}>
          {outgoing.kind === 'IMAGE' && `[${t.picture}] `}
          {outgoing.kind === 'FILE' && `[${t.file}] `}
          {outgoing.text}
        </p>
        {outgoing.refused === null && (
          <small data-mark={outgoing.progress}>{t.mark[outgoing.progress]}</small>
        )}
      </div>
      {outgoing.refused !== null && (
        <span className={styles.why} role="alert">
          {t.refused(outgoing.refused)}
          <Button size="small" type="link" onClick={() => rooms.talk.again(outgoing.cid)}>
            {t.again}
          </Button>
          <Button size="small" type="link" danger onClick={() => rooms.talk.drop(outgoing.cid)}>
            {t.drop}
          </Button>
        </span>
      )}
    </li>
  )
}
