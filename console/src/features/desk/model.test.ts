import type { Contact } from '../../api/types'
import {
  clock,
  inOrder,
  qualityOf,
  resolution,
  roomFor,
  satisfaction,
  secondsLeft,
  serviceLevel,
  waitMeaning,
} from './model'

const NOW = Date.parse('2026-11-30T02:00:00Z')
const ahead = (seconds: number) => new Date(NOW + seconds * 1_000).toISOString()

describe('the countdown of an offer', () => {
  it('counts whole seconds down and stops at none', () => {
    expect(secondsLeft(ahead(18), NOW)).toBe(18)
    expect(secondsLeft(ahead(17.2), NOW)).toBe(18)
    expect(secondsLeft(ahead(0), NOW)).toBe(0)
    expect(secondsLeft(ahead(-5), NOW)).toBe(0)
    expect(secondsLeft(null, NOW)).toBe(0)
  })

  it('reads as a clock', () => {
    expect(clock(7)).toBe('0:07')
    expect(clock(760)).toBe('12:40')
    expect(clock(3_729)).toBe('1:02:09')
  })
})

describe('a wait against the target of its channel', () => {
  const chat = { units: 33, targetSeconds: 30 }
  it.each([
    [14, 'good'],
    [15, 'watch'],
    [29, 'watch'],
    [30, 'act'],
  ])('after %d seconds is %s', (seconds, meaning) => expect(waitMeaning(seconds, chat)).toBe(meaning))

  it('means nothing where there is no target', () => expect(waitMeaning(99, undefined)).toBe('plain'))
})

describe('the order of conversations', () => {
  const contact = (id: string, more: Partial<Contact>) =>
    ({ id, state: 'TALKING', lastAt: ahead(0), since: ahead(0), unread: 0, ...more }) as Contact

  it('has offers on top, then who waits longest, then the newest word', () => {
    const ordered = inOrder(
      [
        contact('old word', { lastAt: ahead(-500) }),
        contact('new word', { lastAt: ahead(-10) }),
        contact('waits 20 s', { unread: 1, lastAt: ahead(-20) }),
        contact('waits 60 s', { unread: 2, lastAt: ahead(-60) }),
        contact('offer ends later', { state: 'OFFERED', offeredUntil: ahead(15) }),
        contact('offer ends soon', { state: 'OFFERED', offeredUntil: ahead(5) }),
      ],
      (one) => one.unread,
    )
    expect(ordered.map((one) => one.id)).toEqual([
      'offer ends soon',
      'offer ends later',
      'waits 60 s',
      'waits 20 s',
      'new word',
      'old word',
    ])
  })
})

it('knows how many more contacts fit and what share was answered in time', () => {
  expect(roomFor(66, { units: 33, targetSeconds: 30 })).toBe(1)
  expect(roomFor(100, { units: 33, targetSeconds: 30 })).toBe(0)
  expect(serviceLevel({ answeredHour: 4, inTimeHour: 3 })).toBe(0.75)
  expect(serviceLevel({ answeredHour: 0, inTimeHour: 0 })).toBeNull()
})

it('how well desks do is summed before it is divided, and unknown where there is nothing', () => {
  const row = (first: number, resolved: number, ratedToday: number, satisfiedToday: number) => ({
    unit: { code: 'R05', name: '华南大区', kind: 'REGION' as const },
    channel: 'CHAT' as const,
    first,
    resolved,
    endedToday: 10,
    ratedToday,
    satisfiedToday,
  })
  const sum = qualityOf([row(10, 9, 1, 1), row(90, 45, 3, 0)])
  expect(resolution(sum)).toBe(0.54)
  expect(satisfaction(sum)).toBe(0.25)
  expect(sum.endedToday).toBe(20)
  expect(resolution(row(0, 0, 0, 0))).toBeNull()
  expect(satisfaction(row(0, 0, 0, 0))).toBeNull()
})
