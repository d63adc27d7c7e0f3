import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openPoll, openSocket, openStream } from '../src/links'

const WHERE = { socket: 'ws://edge/chat/v1', token: 'tok', device: 'd' }
const WELCOME = { t: 'welcome', hb: 25, you: {}, heads: [] }

let sockets: FakeSocket[] = []

class FakeSocket {
  static readonly OPEN = 1
  readyState = 1
  sent: string[] = []
  onopen = () => {}
  onmessage = (_: { data: string }) => {}
  onclose = (_: { code: number }) => {}
  constructor(url: string) {
    this.sent.push(url)
    sockets.push(this)
  }
  send(text: string) {
    this.sent.push(text)
  }
  close() {}
}

beforeEach(() => {
  sockets = []
  vi.stubGlobal('WebSocket', FakeSocket)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

function events() {
  return { frame: vi.fn(), gone: vi.fn() }
}

test('a socket that is turned away never stood', () => {
  const told = events()
  openSocket(WHERE, told)
  const socket = sockets[0]
  socket?.onopen()
  expect(JSON.parse(socket?.sent[1] ?? '')).toEqual({ t: 'hello', v: 1, token: 'tok', dev: 'd' })
  socket?.onmessage({ data: '{"t":"refused","code":"TOKEN_UNKNOWN","text":"no"}' })
  socket?.onclose({ code: 4003 })
  socket?.onclose({ code: 4003 })
  expect(told.gone.mock.calls).toEqual([[false, 4003]])
})

test('a socket that was welcomed stood', () => {
  const told = events()
  openSocket(WHERE, told)
  sockets[0]?.onmessage({ data: JSON.stringify(WELCOME) })
  sockets[0]?.onclose({ code: 1001 })
  expect(told.gone.mock.calls).toEqual([[true, 1001]])
})

test('an event stream is read however it is cut', async () => {
  const text = `data: ${JSON.stringify(WELCOME)}\n\n:\n\ndata: {"t":"bye","code":"REPLACED"}\n\n`
  const body = new ReadableStream({
    start(controller) {
      for (let at = 0; at < text.length; at += 7)
        controller.enqueue(new TextEncoder().encode(text.slice(at, at + 7)))
      controller.close()
    },
  })
  vi.stubGlobal('fetch', async () => new Response(body))
  const told = events()
  openStream(WHERE, told)
  await vi.waitFor(() => expect(told.gone).toHaveBeenCalledWith(true, 4001))
  expect(told.frame.mock.calls.map(([frame]) => frame.t)).toEqual(['welcome', 'bye'])
})

test('a poll goes on from its mark, and a request that fails ends the link', async () => {
  const asked: string[] = []
  const answers = [
    { mark: 'm1', frames: [WELCOME] },
    { mark: 'm2', frames: [] },
  ]
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    asked.push(url)
    if (init.method === 'POST')
      return Promise.resolve(new Response('{"t":"busy","after":1}', { status: 503 }))
    const answer = answers.shift()
    return answer ? Promise.resolve(new Response(JSON.stringify(answer))) : new Promise(() => {})
  })
  const told = events()
  const link = openPoll(WHERE, told)
  await vi.waitFor(() => expect(asked.length).toBe(3))
  expect(asked[2]).toBe('http://edge/chat/v1/poll?mark=m2&dev=d')
  link.send({ t: 'ping' })
  await vi.waitFor(() => expect(told.gone).toHaveBeenCalledWith(true, 1006))
})
