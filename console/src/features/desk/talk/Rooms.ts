import {
  isWhisper,
  type Line,
  type Outgoing,
  type Talk,
  type TalkHead,
  type TalkItem,
  type TalkListener,
} from './talk'

/** How many entries one look back brings. */
export const PAGE = 60
const PULL_AGAIN_MS = 8_000
const TYPING_MS = 5_000

/** What a page shows of a conversation; the same object until something of it changes. */
export interface RoomView {
  items: TalkItem[]
  outgoing: Outgoing[]
  readByCustomer: number
  /** Customers' entries that were heard of and not read. */
  unread: number
  newest: TalkItem | null
  typing: string | null
  /** Entries before the first shown. */
  more: boolean
  loading: boolean
}

interface Room {
  kept: Map<number, TalkItem>
  /** The entries without a gap that are shown: from `low` to `high`; null until somebody looks. */
  low: number | null
  high: number
  head: TalkHead | null
  outgoing: Map<string, Outgoing>
  unseen: Set<number>
  newest: TalkItem | null
  typing: { name: string; until: number } | null
  wanted: boolean
  /** When the pull went out that has not been answered. */
  pulling: number | null
  view: RoomView
}

const EMPTY: RoomView = {
  items: [],
  outgoing: [],
  readByCustomer: 0,
  unread: 0,
  newest: null,
  typing: null,
  more: false,
  loading: true,
}

/**
 * What is known of conversations, outside of React: a message touches the one room that shows it.
 * Believes no order: entries are placed by their number, doubled ones fall together, and a gap is pulled before what lies behind it is shown.
 */
export class Rooms implements TalkListener {
  readonly talk: Talk
  private readonly now: () => number
  private readonly rooms = new Map<string, Room>()
  private readonly listeners = new Map<string, Set<() => void>>()
  private readonly lineListeners = new Set<() => void>()
  private readonly newestListeners = new Set<(conversation: string, item: TalkItem) => void>()
  private current: Line = 'CLOSED'

  constructor(talk: Talk, now: () => number = Date.now) {
    this.talk = talk
    this.now = now
    talk.listen(this)
    for (const outgoing of talk.outbox())
      this.room(outgoing.conversation).outgoing.set(outgoing.cid, outgoing)
    for (const id of this.rooms.keys()) this.changed(id)
  }

  view(conversation: string): RoomView {
    return this.rooms.get(conversation)?.view ?? EMPTY
  }

  subscribe(conversation: string, listener: () => void): () => void {
    const found = this.listeners.get(conversation) ?? new Set()
    this.listeners.set(conversation, found)
    found.add(listener)
    return () => found.delete(listener)
  }

  lineNow(): Line {
    return this.current
  }

  subscribeLine(listener: () => void): () => void {
    this.lineListeners.add(listener)
    return () => this.lineListeners.delete(listener)
  }

  /** Hears of customers' new entries and leads' whispers wherever they are; each once. */
  onNewest(listener: (conversation: string, item: TalkItem) => void): () => void {
    this.newestListeners.add(listener)
    return () => this.newestListeners.delete(listener)
  }

  /** Somebody looks at it: its latest entries are brought and kept complete from then on. */
  open(conversation: string): void {
    const room = this.room(conversation)
    room.wanted = true
    this.complete(conversation, room)
    this.changed(conversation)
  }

  /** Brings the entries before the first shown. */
  earlier(conversation: string): void {
    const room = this.room(conversation)
    if (room.low === null || room.low <= 1 || this.waits(room)) return
    const after = Math.max(0, room.low - 1 - PAGE)
    this.pull(conversation, room, after, room.low - 1 - after)
  }

  /** Asks for what came since; for a conversation of somebody else's, of which no hints come. */
  refresh(conversation: string): void {
    const room = this.room(conversation)
    if (this.current === 'OPEN' && room.low !== null && !this.waits(room)) {
      this.pull(conversation, room, room.high, PAGE)
    }
  }

  /** All that is shown has been read. */
  readAll(conversation: string): void {
    const room = this.room(conversation)
    const already = room.head?.readByAgent ?? 0
    if (room.high > already) {
      this.talk.read(conversation, room.high)
      if (room.head !== null) room.head = { ...room.head, readByAgent: room.high }
    }
    if (room.unseen.size > 0) {
      for (const seq of room.unseen) if (seq <= room.high) room.unseen.delete(seq)
      this.changed(conversation)
    }
  }

  line(line: Line): void {
    this.current = line
    for (const room of this.rooms.values()) room.pulling = null
    for (const listener of this.lineListeners) listener()
  }

  heads(heads: TalkHead[]): void {
    for (const head of heads) this.head(head)
    for (const [id, room] of this.rooms) this.complete(id, room)
  }

  head(head: TalkHead): void {
    const room = this.room(head.conversation)
    if (room.head !== null && head.version < room.head.version) return
    // a read that was said here and not yet there does not become unread again
    const readByAgent = Math.max(head.readByAgent, room.head?.readByAgent ?? 0)
    room.head = {
      ...head,
      readByAgent,
      last: Math.max(head.last, room.head?.last ?? 0),
      readByCustomer: Math.max(head.readByCustomer, room.head?.readByCustomer ?? 0),
    }
    for (const seq of room.unseen) if (seq <= readByAgent) room.unseen.delete(seq)
    this.complete(head.conversation, room)
    this.changed(head.conversation)
  }

  items(conversation: string, items: TalkItem[], last?: boolean): void {
    const room = this.room(conversation)
    if (last !== undefined) room.pulling = null
    for (const item of items) this.take(conversation, room, item)
    if (room.low !== null) {
      while (room.kept.has(room.high + 1)) room.high += 1
      while (room.kept.has(room.low - 1)) room.low -= 1
    }
    this.complete(conversation, room)
    this.changed(conversation)
  }

  outgoing(outgoing: Outgoing): void {
    const room = this.room(outgoing.conversation)
    const shown = outgoing.progress === 'delivered' && this.isHere(room, outgoing.cid)
    if (shown) room.outgoing.delete(outgoing.cid)
    else room.outgoing.set(outgoing.cid, outgoing)
    this.changed(outgoing.conversation)
  }

  dropped(cid: string): void {
    for (const [id, room] of this.rooms) if (room.outgoing.delete(cid)) this.changed(id)
  }

  typing(conversation: string, name: string): void {
    const room = this.room(conversation)
    room.typing = { name, until: this.now() + TYPING_MS }
    this.changed(conversation)
    setTimeout(() => {
      if (room.typing !== null && room.typing.until <= this.now()) {
        room.typing = null
        this.changed(conversation)
      }
    }, TYPING_MS)
  }

  private take(conversation: string, room: Room, item: TalkItem): void {
    const known = room.kept.has(item.seq) || item.seq <= (room.newest?.seq ?? 0)
    if (room.wanted) room.kept.set(item.seq, item)
    if (item.cid !== undefined) room.outgoing.delete(item.cid)
    if (room.newest === null || item.seq > room.newest.seq) room.newest = item
    if (isWhisper(item) && !known && item.seq > (room.head?.readByAgent ?? 0)) {
      for (const listener of this.newestListeners) listener(conversation, item)
    }
    if (item.author === 'CUSTOMER') {
      room.typing = null
      if (item.seq > (room.head?.readByAgent ?? 0)) {
        room.unseen.add(item.seq)
        if (!known) for (const listener of this.newestListeners) listener(conversation, item)
      }
    }
  }

  /** Pulls what is missing up to the last entry that is known of; one pull at a time. */
  private complete(conversation: string, room: Room): void {
    if (!room.wanted || this.current !== 'OPEN' || this.waits(room)) return
    const last = Math.max(room.head?.last ?? 0, room.newest?.seq ?? 0)
    if (room.low === null) {
      if (room.head === null && last === 0) {
        this.pull(conversation, room, 0, PAGE) // a conversation that is not the agent's own has no head before it is asked
        room.low = 1
        return
      }
      room.low = Math.max(1, last - PAGE + 1)
      room.high = room.low - 1
      while (room.kept.has(room.high + 1)) room.high += 1
    }
    if (last > room.high) this.pull(conversation, room, room.high, PAGE)
  }

  private pull(conversation: string, room: Room, after: number, max: number): void {
    room.pulling = this.now()
    this.talk.pull(conversation, after, max)
  }

  private waits(room: Room): boolean {
    return room.pulling !== null && this.now() - room.pulling < PULL_AGAIN_MS
  }

  private isHere(room: Room, cid: string): boolean {
    for (const item of room.kept.values()) if (item.cid === cid) return true
    return false
  }

  private room(conversation: string): Room {
    const found = this.rooms.get(conversation)
    if (found !== undefined) return found
    const made: Room = {
      kept: new Map(),
      low: null,
      high: 0,
      head: null,
      outgoing: new Map(),
      unseen: new Set(),
      newest: null,
      typing: null,
      wanted: false,
      pulling: null,
      view: EMPTY,
    }
    this.rooms.set(conversation, made)
    return made
  }

  private changed(conversation: string): void {
    const room = this.room(conversation)
    const items: TalkItem[] = []
    if (room.low !== null) {
      for (let seq = room.low; seq <= room.high; seq++) {
        const item = room.kept.get(seq)
        if (item !== undefined) items.push(item)
      }
    }
    room.view = {
      items,
      outgoing: [...room.outgoing.values()].sort((a, b) => a.at - b.at),
      readByCustomer: room.head?.readByCustomer ?? 0,
      unread: room.unseen.size,
      newest: room.newest,
      typing: room.typing?.name ?? null,
      more: room.low !== null && room.low > 1,
      loading: room.low === null || (items.length === 0 && room.pulling !== null),
    }
    for (const listener of this.listeners.get(conversation) ?? []) listener()
  }
}
