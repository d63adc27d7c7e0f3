import { Outbox } from './Outbox'
import { SocketTalk } from './SocketTalk'
import type { TalkListener } from './talk'

class Socket {
  static all: Socket[] = []
  sent: Record<string, unknown>[] = []
  onopen: () => void = () => undefined
  onmessage: (event: { data: string }) => void = () => undefined
  onclose: (event: { code: number }) => void = () => undefined
  constructor() {
    Socket.all.push(this)
  }
  send(text: string) {
    this.sent.push(JSON.parse(text))
  }
  close() {}
  welcome() {
    this.onopen()
    this.say({ t: 'welcome', hb: 25, heads: [] })
  }
  say(frame: unknown) {
    this.onmessage({ data: JSON.stringify(frame) })
  }
  posts = () => this.sent.filter((frame) => frame.t === 'post').map((frame) => frame.cid)
}

const ticket = async () => ({
  token: 'secret',
  until: new Date(Date.now() + 1_800_000).toISOString(),
  url: 'ws://edge',
})
const settle = () => vi.advanceTimersByTimeAsync(0)

function talk() {
  const made = new SocketTalk('tab', new Outbox(localStorage), () => new Socket() as unknown as WebSocket)
  const heard: string[] = []
  const listener: TalkListener = {
    line: (line) => heard.push(line),
    heads: () => undefined,
    head: () => undefined,
    items: () => undefined,
    outgoing: (one) =>
      heard.push(`${one.cid} ${one.refused === null ? one.progress : `refused ${one.refused}`}`),
    dropped: (cid) => heard.push(`${cid} dropped`),
    typing: () => undefined,
  }
  made.listen(listener)
  return { made, heard, stop: made.start(ticket) }
}

describe('the line of messages', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    Socket.all = []
    localStorage.removeItem('waypost.desk.outbox')
  })
  afterEach(() => vi.useRealTimers())

  it('keeps what is written without a line, also over a reload, and sends it once it is there', async () => {
    const before = talk()
    before.made.post({ cid: 'a', conversation: 'c', text: '在查' })
    before.stop()
    const after = talk()
    expect(after.made.outbox().map((one) => one.text)).toEqual(['在查'])
    await settle()
    Socket.all.at(-1)?.welcome()
    expect(Socket.all.at(-1)?.posts()).toEqual(['a'])
    Socket.all.at(-1)?.say({ t: 'ack', cid: 'a', conv: 'c', seq: 1, at: '' })
    expect(after.made.outbox()).toEqual([])
    expect(after.heard).toEqual(['CONNECTING', 'OPEN', 'a sent', 'a delivered'])
    after.stop()
  })

  it('sends again under the same number what was not answered when the line broke', async () => {
    const { made, heard, stop } = talk()
    await settle()
    const first = Socket.all[0] as Socket
    first.welcome()
    made.post({ cid: 'a', conversation: 'c', text: '在查' })
    first.onclose({ code: 1006 })
    expect(heard.at(-1)).toBe('WAITING')
    await vi.advanceTimersByTimeAsync(2_000)
    Socket.all[1]?.welcome()
    expect(Socket.all[1]?.posts()).toEqual(['a'])
    stop()
  })

  it('keeps what was refused until somebody sends it again or drops it', async () => {
    const { made, heard, stop } = talk()
    await settle()
    const socket = Socket.all[0] as Socket
    socket.welcome()
    made.post({ cid: 'a', conversation: 'c', text: '在查' })
    socket.say({ t: 'refused', cid: 'a', code: 'NOT_YOURS', text: '这个会话已不在您名下' })
    expect(heard.at(-1)).toBe('a refused 这个会话已不在您名下')
    made.again('a')
    expect(socket.posts()).toEqual(['a', 'a'])
    made.drop('a')
    expect(made.outbox()).toEqual([])
    stop()
  })

  it('waits and sends again when the edge is busy', async () => {
    const { made, stop } = talk()
    await settle()
    const socket = Socket.all[0] as Socket
    socket.welcome()
    made.post({ cid: 'a', conversation: 'c', text: '在查' })
    socket.say({ t: 'busy', cid: 'a', after: 700 })
    await vi.advanceTimersByTimeAsync(699)
    expect(socket.posts()).toEqual(['a'])
    await vi.advanceTimersByTimeAsync(1)
    expect(socket.posts()).toEqual(['a', 'a'])
    stop()
  })

  it('stays closed where the tab was opened elsewhere', async () => {
    const { heard, stop } = talk()
    await settle()
    Socket.all[0]?.welcome()
    Socket.all[0]?.onclose({ code: 4001 })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(heard.at(-1)).toBe('MOVED')
    expect(Socket.all).toHaveLength(1)
    stop()
  })
})
