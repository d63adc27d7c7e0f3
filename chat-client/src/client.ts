import { newCid } from './cid'
import type { ClientFrame, Head, Item, ServerFrame, Side, You } from './frames'
import { type Link, type Opener, openPoll, openSocket, openStream } from './links'
import { Outbox, type Shelf, type Unsent } from './outbox'
import { Talk } from './talk'

export type State = 'connecting' | 'online' | 'offline' | 'ended'

/** Monotonic: queued < sent < delivered < read; refused is a side state. */
export type Status = 'queued' | 'sent' | 'delivered' | 'read' | 'refused'

export interface ChatEvents {
  state?(state: State): void
  /** Entries that are new here, in order, each once. */
  items?(talk: Talk, items: Item[]): void
  head?(talk: Talk): void
  /** What waits to be taken changed. */
  outbox?(unsent: readonly Unsent[]): void
  typing?(conv: string, side: Side, name: string): void
  /** The edge said no to something. */
  refused?(code: string, text: string): void
}

export interface ChatOptions {
  /** ws:// or wss://…/chat/v1 */
  socket: string
  /** A good token; asked anew when the last one ends. */
  token(): Promise<string>
  /** A name of this device or tab: 1 to 64 of A-Z a-z 0-9 . _ - */
  device: string
  events?: ChatEvents
  /** Where unsent messages outlive the page; localStorage where nothing is said. */
  shelf?: Shelf
  shelfKey?: string
  /** Ways to try, the best first. */
  openers?: Opener[]
  random?(): number
}

const LEAST_WAIT = 1_000
const MOST_WAIT = 30_000
/** After so many failures of one way that never stood, the next is tried. */
const PATIENCE = 2
/** A token is renewed so long before it ends. */
const RENEW_BEFORE = 60_000

function bytes(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(16))
}

/**
 * A device's side of the chat. Keeps to one rule: the only cursor is a conversation's `seq`. Live entries that leave a gap, and heads that know of
 * more, make it pull; what it says goes out one at a time under a number of its own until it is acknowledged.
 */
export class ChatClient {
  readonly talks = new Map<string, Talk>()
  you: You | undefined
  state: State = 'offline'
  readonly outbox: Outbox
  private readonly options: ChatOptions
  private readonly openers: Opener[]
  private link: Link | undefined
  private opener = 0
  private failures = 0
  private heartbeat = 25_000
  private heardAt = 0
  private posting: string | undefined
  private attempt = 0
  private timers = new Set<ReturnType<typeof setTimeout>>()

  constructor(options: ChatOptions) {
    this.options = options
    this.openers = options.openers ?? [openSocket, openStream, openPoll]
    this.outbox = new Outbox(options.shelf ?? localStorage, options.shelfKey ?? 'waypost-chat')
  }

  start() {
    if (this.state !== 'offline') return
    this.connect()
  }

  /** Closes; what is unsent stays on the shelf. */
  stop() {
    this.attempt++
    for (const timer of this.timers) clearTimeout(timer)
    this.timers.clear()
    this.link?.close()
    this.link = undefined
    this.become('offline')
  }

  /** Says something; it is kept until it is taken. */
  say(said: Omit<Unsent, 'cid' | 'at' | 'failed'>): string {
    const cid = newCid(Date.now(), bytes())
    this.outbox.add({ ...said, cid, at: Date.now() })
    this.options.events?.outbox?.(this.outbox.all())
    this.post()
    return cid
  }

  /** Says something again that was refused. */
  discard(cid: string) {
    this.outbox.remove(cid)
    this.options.events?.outbox?.(this.outbox.all())
  }

  read(conv: string) {
    const talk = this.talks.get(conv)
    if (talk && this.you && talk.unread(this.you) > 0) this.send({ t: 'read', conv, seq: talk.have })
  }

  typing(conv: string) {
    this.send({ t: 'typing', conv })
  }

  /** How far something one said has come. */
  status(cid: string): Status {
    const unsent = this.outbox.all().find((one) => one.cid === cid)
    if (unsent?.failed !== undefined) return 'refused'
    for (const talk of this.talks.values()) {
      const item = talk.items.find((one) => one.cid === cid)
      if (item && this.you) return talk.status(item, this.you)
    }
    return unsent ? 'queued' : 'sent'
  }

  private become(state: State) {
    if (state === this.state) return
    this.state = state
    this.options.events?.state?.(state)
  }

  private later(wait: number, task: () => void) {
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      task()
    }, wait)
    this.timers.add(timer)
  }

  private connect() {
    const attempt = ++this.attempt
    this.become('connecting')
    this.options.token().then(
      (token) => {
        if (attempt === this.attempt) this.open(token, attempt)
      },
      () => {
        if (attempt === this.attempt) this.again()
      },
    )
  }

  private open(token: string, attempt: number) {
    const opener = this.openers[this.opener % this.openers.length]
    if (!opener) return
    this.posting = undefined
    for (const talk of this.talks.values()) talk.isPulling = false
    this.link = opener(
      { socket: this.options.socket, token, device: this.options.device },
      {
        frame: (frame) => {
          if (attempt === this.attempt) this.frame(frame)
        },
        gone: (stood, code) => {
          if (attempt === this.attempt) this.gone(stood, code)
        },
      },
    )
  }

  private gone(stood: boolean, code: number) {
    this.link = undefined
    this.attempt++
    if (code === 4001) {
      // The same device is here elsewhere, as in a doubled tab; two that take turns would never end.
      this.become('ended')
      return
    }
    if (stood) this.failures = 0
    else if (++this.failures % PATIENCE === 0) this.opener++
    this.again()
  }

  /** Full jitter: everybody comes back at another moment. */
  private again() {
    this.become('offline')
    const attempt = this.attempt
    const most = Math.min(MOST_WAIT, LEAST_WAIT * 2 ** Math.min(this.failures, 10))
    const random = this.options.random ?? Math.random
    this.later(LEAST_WAIT / 4 + random() * most, () => {
      if (attempt === this.attempt) this.connect()
    })
  }

  private send(frame: ClientFrame) {
    if (this.state === 'online') this.link?.send(frame)
  }

  private post() {
    const next = this.outbox.next()
    if (!next || this.posting !== undefined || this.state !== 'online') return
    this.posting = next.cid
    const { cid, conv, kind, text, file } = next
    this.send({ t: 'post', cid, conv, kind, text, file })
  }

  private frame(frame: ServerFrame) {
    this.heardAt = Date.now()
    switch (frame.t) {
      case 'welcome':
        this.welcome(frame)
        break
      case 'head':
        this.head(frame)
        break
      case 'items': {
        const talk = this.talk(frame.conv)
        if (frame.last !== undefined) talk.isPulling = false
        const fresh = talk.takeItems(frame.items)
        if (fresh.length) this.shown(talk, fresh)
        this.pull(talk)
        break
      }
      case 'ack':
        this.taken(frame.cid)
        this.pull(this.talk(frame.conv), frame.seq)
        break
      case 'refused':
        if (frame.cid) {
          this.posting = undefined
          this.outbox.fail(frame.cid, frame.text)
          this.options.events?.outbox?.(this.outbox.all())
          this.post()
        }
        this.options.events?.refused?.(frame.code, frame.text)
        break
      case 'busy':
        this.busy(frame.cid, frame.conv, frame.after)
        break
      case 'typing':
        this.options.events?.typing?.(frame.conv, frame.side, frame.name)
        break
      case 'bye':
      case 'pong':
        break
    }
  }

  private welcome(frame: Extract<ServerFrame, { t: 'welcome' }>) {
    const isFirst = this.state !== 'online'
    this.you = frame.you
    this.heartbeat = frame.hb * 1_000
    this.failures = 0
    this.become('online')
    for (const head of frame.heads) this.head(head)
    this.post()
    if (isFirst) this.watch(this.attempt)
    this.renew(frame.you, this.attempt)
  }

  /** Asks whether the edge is there, and leaves a link of which nothing is heard. */
  private watch(attempt: number) {
    this.later(this.heartbeat, () => {
      if (attempt !== this.attempt) return
      if (Date.now() - this.heardAt > 2.5 * this.heartbeat) {
        this.link?.close()
        return
      }
      this.send({ t: 'ping' })
      this.watch(attempt)
    })
  }

  private renew(you: You, attempt: number) {
    const wait = Math.min(Date.parse(you.until) - Date.now() - RENEW_BEFORE, 2 ** 31 - 1)
    if (!(wait > 0)) return
    this.later(wait, () => {
      if (attempt !== this.attempt || this.you?.until !== you.until) return
      this.options.token().then(
        (token) => this.send({ t: 'token', token }),
        () => {},
      )
    })
  }

  private talk(conv: string): Talk {
    let talk = this.talks.get(conv)
    if (!talk) {
      talk = new Talk({ conv, last: 0, readByCustomer: 0, readByAgent: 0, state: '', version: -1, title: '' })
      this.talks.set(conv, talk)
    }
    return talk
  }

  private head(head: Head) {
    const talk = this.talk(head.conv)
    const { conv, last, readByCustomer, readByAgent, state, version, title } = head
    if (talk.takeHead({ conv, last, readByCustomer, readByAgent, state, version, title })) {
      this.options.events?.head?.(talk)
    }
    this.pull(talk)
  }

  private shown(talk: Talk, fresh: Item[]) {
    for (const item of fresh) if (item.cid) this.taken(item.cid)
    this.options.events?.items?.(talk, fresh)
  }

  /** An acknowledgement, or the entry itself where that was lost. */
  private taken(cid: string) {
    if (this.outbox.all().some((one) => one.cid === cid)) {
      this.outbox.remove(cid)
      this.options.events?.outbox?.(this.outbox.all())
    }
    if (this.posting === cid) {
      this.posting = undefined
      this.post()
    }
  }

  private pull(talk: Talk, known = 0) {
    if ((talk.isBehind || talk.have < known) && !talk.isPulling && this.state === 'online') {
      talk.isPulling = true
      this.send({ t: 'pull', conv: talk.conv, after: talk.have })
    }
  }

  private busy(cid: string | undefined, conv: string | undefined, after: number) {
    const attempt = this.attempt
    this.later(after, () => {
      if (attempt !== this.attempt) return
      if (cid && this.posting === cid) {
        this.posting = undefined
        this.post()
      } else if (conv) {
        const talk = this.talk(conv)
        talk.isPulling = false
        this.pull(talk)
      }
    })
  }
}
