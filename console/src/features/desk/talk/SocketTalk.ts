import type { SocketTicket } from '../../../api/types'
import { Outbox } from './Outbox'
import type { Line, Outgoing, Posting, Talk, TalkHead, TalkItem, TalkListener } from './talk'

type Frame = Record<string, unknown> & { t?: string }

const RENEW_MS = 60_000
const LONGEST_WAIT_MS = 30_000
const SUPERSEDED = 4001
const TYPING_EVERY_MS = 3_000

/** Messages over the edge's socket (protocol 1). */
export class SocketTalk implements Talk {
  private readonly device: string
  private readonly box: Outbox
  private readonly connect: (url: string) => WebSocket
  private readonly listeners = new Set<TalkListener>()
  private ticket: (() => Promise<SocketTicket>) | null = null
  private socket: WebSocket | null = null
  private welcomed = false
  private attempts = 0
  private heard = 0
  private lastTyping = 0
  private retry: ReturnType<typeof setTimeout> | undefined
  private beat: ReturnType<typeof setInterval> | undefined
  private renewal: ReturnType<typeof setTimeout> | undefined

  constructor(
    device: string,
    box: Outbox = new Outbox(),
    connect: (url: string) => WebSocket = (url) => new WebSocket(url),
  ) {
    this.device = device
    this.box = box
    this.connect = connect
  }

  start(ticket: () => Promise<SocketTicket>): () => void {
    this.ticket = ticket
    const retryNow = () => {
      if (this.socket === null) void this.open()
    }
    window.addEventListener('online', retryNow)
    void this.open()
    return () => {
      window.removeEventListener('online', retryNow)
      this.ticket = null
      this.forget()
      this.say('CLOSED')
    }
  }

  listen(listener: TalkListener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  outbox(): Outgoing[] {
    return this.box.all()
  }

  pull(conversation: string, after: number, max: number): void {
    this.send({ t: 'pull', conv: conversation, after, max })
  }

  post(posting: Posting): void {
    this.tell((listener, outgoing) => listener.outgoing(outgoing), this.box.add(posting, Date.now()))
    this.go(posting)
  }

  again(cid: string): void {
    const outgoing = this.box.change(cid, { progress: 'queued', refused: null })
    if (outgoing === null) return
    this.tell((listener, one) => listener.outgoing(one), outgoing)
    this.go(outgoing)
  }

  drop(cid: string): void {
    this.box.remove(cid)
    for (const listener of this.listeners) listener.dropped(cid)
  }

  read(conversation: string, seq: number): void {
    this.send({ t: 'read', conv: conversation, seq })
  }

  typing(conversation: string): void {
    if (Date.now() - this.lastTyping < TYPING_EVERY_MS) return
    this.lastTyping = Date.now()
    this.send({ t: 'typing', conv: conversation })
  }

  reopen(): void {
    if (this.socket === null) void this.open()
  }

  private async open(): Promise<void> {
    clearTimeout(this.retry)
    const ask = this.ticket
    if (ask === null) return
    this.say('CONNECTING')
    try {
      const { token, until, url } = await ask()
      if (this.ticket !== ask || this.socket !== null) return
      const socket = this.connect(url)
      this.socket = socket
      socket.onopen = () => socket.send(JSON.stringify({ t: 'hello', v: 1, token, dev: this.device }))
      socket.onmessage = (event: MessageEvent<string>) => this.hear(event.data)
      socket.onclose = (event: CloseEvent) => this.lost(socket, event.code)
      this.renewLater(until)
    } catch {
      this.later()
    }
  }

  private lost(socket: WebSocket, code: number): void {
    if (socket !== this.socket) return
    this.forget()
    if (code === SUPERSEDED) this.say('MOVED')
    else this.later()
  }

  private later(): void {
    if (this.ticket === null) return
    this.say('WAITING')
    const most = Math.min(LONGEST_WAIT_MS, 1_000 * 2 ** this.attempts)
    this.attempts += 1
    clearTimeout(this.retry)
    this.retry = setTimeout(() => void this.open(), 300 + Math.random() * most)
  }

  private forget(): void {
    const socket = this.socket
    this.socket = null
    this.welcomed = false
    clearTimeout(this.retry)
    clearTimeout(this.renewal)
    clearInterval(this.beat)
    socket?.close()
  }

  private renewLater(until: string): void {
    clearTimeout(this.renewal)
    const wait = Math.max(5_000, Date.parse(until) - Date.now() - RENEW_MS)
    this.renewal = setTimeout(async () => {
      try {
        const fresh = await this.ticket?.()
        if (fresh === undefined) return
        this.send({ t: 'token', token: fresh.token })
        this.renewLater(fresh.until)
      } catch {
        // the edge closes when the token is over, and a fresh one is asked for then
      }
    }, wait)
  }

  private hear(data: string): void {
    this.heard = Date.now()
    const frame = parse(data)
    switch (frame.t) {
      case 'welcome':
        this.welcome(frame)
        break
      case 'ack':
        this.acked(String(frame.cid))
        break
      case 'refused':
        this.refused(frame)
        break
      case 'busy':
        if (typeof frame.cid === 'string') this.goLater(frame.cid, Number(frame.after) || 1_000)
        break
      case 'items':
        for (const listener of this.listeners) {
          listener.items(
            String(frame.conv),
            (frame.items as TalkItem[]) ?? [],
            typeof frame.last === 'boolean' ? frame.last : undefined,
          )
        }
        break
      case 'head':
        for (const listener of this.listeners) listener.head(headOf(frame))
        break
      case 'typing':
        for (const listener of this.listeners) listener.typing(String(frame.conv), String(frame.name ?? ''))
        break
    }
  }

  private welcome(frame: Frame): void {
    const first = !this.welcomed
    this.welcomed = true
    this.attempts = 0
    const heads = ((frame.heads as Frame[]) ?? []).map(headOf)
    if (first) {
      this.say('OPEN')
      this.beatEvery((Number(frame.hb) || 25) * 1_000)
    }
    for (const listener of this.listeners) listener.heads(heads)
    if (first) for (const waiting of this.box.all()) if (waiting.refused === null) this.go(waiting)
  }

  private beatEvery(milliseconds: number): void {
    clearInterval(this.beat)
    this.beat = setInterval(() => {
      if (Date.now() - this.heard > 2.5 * milliseconds && this.socket !== null) this.lost(this.socket, 0)
      else this.send({ t: 'ping' })
    }, milliseconds)
  }

  private acked(cid: string): void {
    const outgoing = this.box.remove(cid)
    if (outgoing === null) return
    this.tell((listener, one) => listener.outgoing(one), {
      ...outgoing,
      progress: 'delivered',
      refused: null,
    })
  }

  private refused(frame: Frame): void {
    if (typeof frame.cid !== 'string') return
    const outgoing = this.box.change(frame.cid, { refused: String(frame.text ?? frame.code ?? '') })
    if (outgoing !== null) this.tell((listener, one) => listener.outgoing(one), outgoing)
  }

  private goLater(cid: string, after: number): void {
    setTimeout(() => {
      const waiting = this.box.all().find((one) => one.cid === cid)
      if (waiting !== undefined && waiting.refused === null) this.go(waiting)
    }, after)
  }

  private go({ cid, conversation, text, kind = 'TEXT', file }: Posting): void {
    if (!this.send({ t: 'post', cid, conv: conversation, kind, text, file })) return
    const outgoing = this.box.change(cid, { progress: 'sent' })
    if (outgoing !== null) this.tell((listener, one) => listener.outgoing(one), outgoing)
  }

  /** False while there is no line. */
  private send(frame: Frame): boolean {
    if (this.socket === null || !this.welcomed) return false
    this.socket.send(JSON.stringify(frame))
    return true
  }

  private tell(how: (listener: TalkListener, outgoing: Outgoing) => void, outgoing: Outgoing): void {
    for (const listener of this.listeners) how(listener, outgoing)
  }

  private say(line: Line): void {
    for (const listener of this.listeners) listener.line(line)
  }
}

function headOf(frame: Frame): TalkHead {
  return {
    conversation: String(frame.conv),
    last: Number(frame.last),
    readByCustomer: Number(frame.readByCustomer),
    readByAgent: Number(frame.readByAgent),
    version: Number(frame.version),
  }
}

function parse(data: string): Frame {
  try {
    const value: unknown = JSON.parse(data)
    return typeof value === 'object' && value !== null ? (value as Frame) : {}
  } catch {
    return {}
  }
}
