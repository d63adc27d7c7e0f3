import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newCid } from '../src/cid'
import { ChatClient } from '../src/client'
import type { ClientFrame, Item } from '../src/frames'
import type { LinkEvents, Opener } from '../src/links'
import { Server } from './server'

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
  localStorage.clear()
})
afterEach(() => {
  vi.useRealTimers()
})

function seeded(seed: number) {
  let at = seed * 2_654_435_761
  return () => {
    at = (at + 0x6d2b79f5) | 0
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function client(opener: Opener, key: string, shown: Item[], random = seeded(1)) {
  return new ChatClient({
    socket: 'ws://edge/chat/v1',
    token: async () => 'token',
    device: key,
    openers: [opener],
    shelfKey: key,
    random,
    events: { items: (_, items) => shown.push(...items) },
  })
}

test('whatever breaks, everything is shown once and in order on every device', async () => {
  for (let seed = 1; seed <= 150; seed++) {
    const random = seeded(seed)
    const server = new Server(random)
    const devices = ['phone', 'tablet'].map((name) => {
      const device = {
        name: `${name}${seed}`,
        shown: [] as Item[],
        said: [] as string[],
        client: undefined as unknown as ChatClient,
      }
      device.client = client(server.opener, device.name, device.shown, random)
      device.client.start()
      return device
    })
    for (let step = 0; step < 30; step++) {
      await vi.advanceTimersByTimeAsync(random() * 1_500)
      const device = devices[random() < 0.5 ? 0 : 1]
      if (!device) continue
      const what = random()
      if (what < 0.5) device.said.push(device.client.say({ kind: 'TEXT', text: `${seed} ${step}` }))
      else if (what < 0.7) server.add(`agent ${step}`)
      else if (what < 0.9) server.cutAll()
      else {
        // A reload: the page is gone, what it said is not.
        device.client.stop()
        device.shown = []
        device.client = client(server.opener, device.name, device.shown, random)
        device.client.start()
      }
    }
    server.isFair = true
    await vi.advanceTimersByTimeAsync(120_000)
    const all = server.items.map((item) => item.text)
    expect(new Set(all).size).toBe(all.length)
    for (const device of devices) {
      expect(
        device.shown.map((item) => item.text),
        `seed ${seed}, ${device.name}`,
      ).toEqual(all)
      expect(
        server.items.filter((item) => device.said.includes(item.cid ?? '')).map((item) => item.cid),
      ).toEqual(device.said)
      expect(device.client.outbox.all()).toEqual([])
      device.client.stop()
    }
  }
})

/** A link whose other end the test holds. */
function held() {
  const sent: ClientFrame[] = []
  let events: LinkEvents | undefined
  const opened: string[] = []
  const opener: Opener = (where, told) => {
    opened.push(where.token)
    events = told
    return { send: (frame) => sent.push(frame), close: () => told.gone(true, 1000) }
  }
  const tell = () => {
    if (!events) throw new Error('Nobody opened.')
    return events
  }
  return { opener, sent, opened, tell }
}

const HEAD = { conv: 'c', last: 0, readByCustomer: 0, readByAgent: 0, state: 'OPEN', version: 1, title: '' }
const WELCOME = {
  t: 'welcome' as const,
  hb: 25,
  you: { side: 'CUSTOMER' as const, id: 'u', name: 'A', until: new Date(1_000_000 + 600_000).toISOString() },
  heads: [HEAD],
}

test('a message goes queued, sent, delivered, read and never back', async () => {
  const { opener, tell } = held()
  const chat = client(opener, 'p', [])
  const cid = chat.say({ kind: 'TEXT', text: 'hi' })
  expect(chat.status(cid)).toBe('queued')
  chat.start()
  await vi.advanceTimersByTimeAsync(1)
  tell().frame(WELCOME)
  tell().frame({ t: 'ack', cid, conv: 'c', seq: 1, at: '' })
  expect(chat.status(cid)).toBe('sent')
  tell().frame({
    t: 'items',
    conv: 'c',
    items: [{ seq: 1, author: 'CUSTOMER', name: '', kind: 'TEXT', text: 'hi', cid, at: '' }],
  })
  expect(chat.status(cid)).toBe('delivered')
  tell().frame({ t: 'head', ...HEAD, last: 1, readByAgent: 1 })
  expect(chat.status(cid)).toBe('read')
  tell().frame({ t: 'head', ...HEAD, last: 0 })
  expect(chat.status(cid)).toBe('read')
})

test('a refused message does not hold up the next one', async () => {
  const { opener, tell, sent } = held()
  const chat = client(opener, 'p', [])
  const first = chat.say({ kind: 'TEXT', text: 'bad' })
  const second = chat.say({ kind: 'TEXT', text: 'good' })
  chat.start()
  await vi.advanceTimersByTimeAsync(1)
  tell().frame(WELCOME)
  expect(sent.map((frame) => frame.t === 'post' && frame.cid)).toEqual([first])
  tell().frame({ t: 'refused', cid: first, code: 'BAD', text: 'no' })
  expect(chat.status(first)).toBe('refused')
  expect(sent.map((frame) => frame.t === 'post' && frame.cid)).toEqual([first, second])
})

test('renews its token before it ends', async () => {
  const { opener, tell, sent } = held()
  const chat = client(opener, 'p', [])
  chat.start()
  await vi.advanceTimersByTimeAsync(1)
  tell().frame(WELCOME)
  const pongs = setInterval(() => tell().frame({ t: 'pong' }), 20_000)
  await vi.advanceTimersByTimeAsync(600_000 - 61_000)
  expect(sent.some((frame) => frame.t === 'token')).toBe(false)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(sent.some((frame) => frame.t === 'token')).toBe(true)
  clearInterval(pongs)
})

test('leaves a link of which nothing is heard, and a device that is elsewhere stays away', async () => {
  const { opener, tell, opened } = held()
  const chat = client(opener, 'p', [])
  chat.start()
  await vi.advanceTimersByTimeAsync(1)
  tell().frame(WELCOME)
  await vi.advanceTimersByTimeAsync(80_000)
  expect(opened.length).toBe(2)
  tell().gone(true, 4001)
  expect(chat.state).toBe('ended')
  await vi.advanceTimersByTimeAsync(100_000)
  expect(opened.length).toBe(2)
})

test('takes the next way where one never stands, and waits between tries at most thirty seconds', async () => {
  const tried: string[] = []
  const failing =
    (name: string): Opener =>
    (_, events) => {
      tried.push(name)
      setTimeout(() => events.gone(false, 1006), 0)
      return { send: () => {}, close: () => {} }
    }
  const chat = new ChatClient({
    socket: 'ws://edge',
    token: async () => 't',
    device: 'd',
    openers: [failing('socket'), failing('stream'), failing('poll')],
    random: () => 1,
  })
  chat.start()
  await vi.advanceTimersByTimeAsync(30_000)
  expect(tried.slice(0, 4)).toEqual(['socket', 'socket', 'stream', 'stream'])
  const before = tried.length
  await vi.advanceTimersByTimeAsync(310_000)
  expect(tried.length - before).toBeGreaterThanOrEqual(9)
  chat.stop()
})

test('numbers of messages are UUIDs in order of time', () => {
  const one = newCid(1_700_000_000_000, new Uint8Array(16).fill(255))
  const two = newCid(1_700_000_000_001, new Uint8Array(16))
  expect(one).toBe('018bcfe5-6800-7fff-bfff-ffffffffffff')
  expect(one < two).toBe(true)
})
