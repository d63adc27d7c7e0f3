import { Rooms } from './Rooms'
import type { Outgoing, Posting, Talk, TalkHead, TalkItem, TalkListener } from './talk'

const C = 'c1'
const item = (seq: number, more: Partial<TalkItem> = {}): TalkItem => ({
  seq,
  author: 'CUSTOMER',
  name: '王**',
  kind: 'TEXT',
  text: `第 ${seq} 句`,
  at: new Date(Date.parse('2026-11-30T02:00:00Z') + seq * 1_000).toISOString(),
  ...more,
})
const head = (last: number, more: Partial<TalkHead> = {}): TalkHead => ({
  conversation: C,
  last,
  readByCustomer: 0,
  readByAgent: 0,
  version: last,
  ...more,
})

/** A line of which the test says what comes over it. */
class Wire implements Talk {
  pulls: { after: number; max: number }[] = []
  reads: number[] = []
  listener: TalkListener | null = null
  start = () => () => undefined
  listen(listener: TalkListener) {
    this.listener = listener
    return () => undefined
  }
  outbox = (): Outgoing[] => []
  pull(_conversation: string, after: number, max: number) {
    this.pulls.push({ after, max })
  }
  post = (_posting: Posting) => undefined
  again = () => undefined
  drop = () => undefined
  read = (_conversation: string, seq: number) => this.reads.push(seq)
  typing = () => undefined
  reopen = () => undefined
}

function open(last: number) {
  const wire = new Wire()
  const rooms = new Rooms(wire)
  rooms.line('OPEN')
  rooms.heads([head(last)])
  rooms.open(C)
  return { wire, rooms, shown: () => rooms.view(C).items.map((one) => one.seq) }
}

describe('a room', () => {
  it('pulls the latest entries when somebody looks, and earlier ones when they go back', () => {
    const { wire, rooms, shown } = open(100)
    expect(wire.pulls).toEqual([{ after: 40, max: 60 }])
    rooms.items(
      C,
      Array.from({ length: 60 }, (_, i) => item(41 + i)),
      true,
    )
    expect(shown()).toHaveLength(60)
    rooms.earlier(C)
    expect(wire.pulls.at(-1)).toEqual({ after: 0, max: 40 })
    rooms.items(
      C,
      Array.from({ length: 40 }, (_, i) => item(1 + i)),
      false,
    )
    expect(shown()).toEqual(Array.from({ length: 100 }, (_, i) => i + 1))
    expect(rooms.view(C).more).toBe(false)
  })

  it('shows nothing behind a gap before the gap is filled', () => {
    const { wire, rooms, shown } = open(2)
    rooms.items(C, [item(1), item(2)], true)
    rooms.items(C, [item(5)])
    expect(shown()).toEqual([1, 2])
    expect(wire.pulls.at(-1)).toEqual({ after: 2, max: 60 })
    rooms.items(C, [item(4), item(3)], true)
    expect(shown()).toEqual([1, 2, 3, 4, 5])
  })

  it('is the same whatever the order of hints and however often they come', () => {
    const want = Array.from({ length: 30 }, (_, i) => i + 1)
    for (let seed = 1; seed <= 200; seed++) {
      let state = seed
      const random = () => {
        state = (state * 1_103_515_245 + 12_345) % 2 ** 31
        return state / 2 ** 31
      }
      const { wire, rooms, shown } = open(0)
      rooms.items(C, [], true)
      const hints = [...want, ...want.filter(() => random() < 0.5)].sort(() => random() - 0.5)
      for (const seq of hints) {
        if (random() < 0.3) continue // lost
        rooms.items(C, [item(seq)])
        expect(shown()).toEqual(want.slice(0, shown().length))
      }
      rooms.head(head(30))
      for (let tries = 0; tries < 40 && shown().length < 30; tries++) {
        const pull = wire.pulls.at(-1)
        const after = pull?.after ?? 0
        rooms.items(
          C,
          want.slice(after, after + 7).map((seq) => item(seq)),
          false,
        )
      }
      expect(shown(), `seed ${seed}`).toEqual(want)
    }
  })

  it('pulls what it missed after the line was lost', () => {
    const { wire, rooms, shown } = open(1)
    rooms.items(C, [item(1)], true)
    rooms.line('WAITING')
    rooms.line('OPEN')
    rooms.heads([head(3)])
    expect(wire.pulls.at(-1)).toEqual({ after: 1, max: 60 })
    rooms.items(C, [item(2), item(3)], true)
    expect(shown()).toEqual([1, 2, 3])
  })

  it('shows what is sent until it is there, once', () => {
    const { rooms, shown } = open(1)
    rooms.items(C, [item(1)], true)
    const sent: Outgoing = {
      cid: 'x',
      conversation: C,
      text: '在查',
      at: 1,
      progress: 'queued',
      refused: null,
    }
    rooms.outgoing(sent)
    expect(rooms.view(C).outgoing).toEqual([sent])
    rooms.items(C, [item(2, { author: 'AGENT', cid: 'x' })])
    rooms.outgoing({ ...sent, progress: 'delivered' }) // the ack is slower than the hint
    expect(rooms.view(C).outgoing).toEqual([])
    expect(shown()).toEqual([1, 2])
  })

  it('counts what customers said and nobody read, and tells of each once', () => {
    const { wire, rooms } = open(1)
    const heard: number[] = []
    rooms.onNewest((_, one) => heard.push(one.seq))
    rooms.items(C, [item(1)], true)
    rooms.readAll(C)
    rooms.items(C, [item(2), item(2), item(3, { author: 'AGENT' })])
    expect(rooms.view(C).unread).toBe(1)
    rooms.readAll(C)
    expect(rooms.view(C).unread).toBe(0)
    expect(wire.reads).toEqual([1, 3])
    expect(heard).toEqual([1, 2])
  })

  it('takes no older head for a newer one', () => {
    const { rooms } = open(3)
    rooms.head(head(3, { version: 9, readByCustomer: 3 }))
    rooms.head(head(2, { version: 8, readByCustomer: 1 }))
    expect(rooms.view(C).readByCustomer).toBe(3)
  })

  it('tells only those who show it', () => {
    const { rooms } = open(0)
    const here = vi.fn()
    const elsewhere = vi.fn()
    rooms.subscribe(C, here)
    rooms.subscribe('c2', elsewhere)
    rooms.items(C, [item(1)])
    expect(here).toHaveBeenCalled()
    expect(elsewhere).not.toHaveBeenCalled()
  })
})
