import type { TalkItem } from './talk/talk'
import { linesOf, markOf, matterOf, saidBefore } from './thread'

const item = (seq: number, at: string, more: Partial<TalkItem> = {}): TalkItem => ({
  seq,
  author: 'CUSTOMER',
  name: '王**',
  kind: 'TEXT',
  text: 'x',
  at,
  ...more,
})

it('parts the days of the network, not of Greenwich', () => {
  const lines = linesOf([item(1, '2026-11-29T15:59:00Z'), item(2, '2026-11-29T16:01:00Z')], [])
  expect(lines.map((line) => line.line)).toEqual(['day', 'item', 'day', 'item'])
})

it('joins what one hand says within minutes, and never a note to a message', () => {
  const lines = linesOf(
    [
      item(1, '2026-11-30T02:00:00Z'),
      item(2, '2026-11-30T02:01:00Z'),
      item(3, '2026-11-30T02:09:00Z'),
      item(4, '2026-11-30T02:09:10Z', { author: 'AGENT', name: '林晓' }),
      item(5, '2026-11-30T02:09:20Z', { author: 'AGENT', name: '林晓', kind: 'NOTE' }),
    ],
    [],
  )
  expect(lines.flatMap((line) => (line.line === 'item' ? line.joined : []))).toEqual([
    false,
    true,
    false,
    false,
    false,
  ])
})

it('says what is read, and finds the customer’s words before', () => {
  const items = [
    item(1, '2026-11-30T02:00:00Z'),
    item(2, '2026-11-30T02:00:01Z', { author: 'AGENT' }),
    item(3, '2026-11-30T02:00:02Z'),
  ]
  expect(markOf(items[1] as TalkItem, 1)).toBe('delivered')
  expect(markOf(items[1] as TalkItem, 2)).toBe('read')
  expect(saidBefore(items, null)?.seq).toBe(3)
  expect(saidBefore(items, 3)?.seq).toBe(1)
  expect(saidBefore(items, 1)).toBeNull()
})

it('takes for a ticket what the customer said of the parcel, not their thanks', () => {
  const said = (seq: number, text: string) => item(seq, '2026-11-30T02:00:00Z', { text })
  const items = [said(1, 'YT1234567890 三天没动了'), said(2, '里面的杯子碎了，怎么赔'), said(3, '谢谢')]
  expect(matterOf(items, 'YT1234567890')?.seq).toBe(1)
  expect(matterOf(items, null)?.seq).toBe(1)
  expect(matterOf(items.slice(1), 'YT1234567890')?.seq).toBe(2)
  expect(
    matterOf([said(1, 'YT1234567890'), said(2, '杯子碎了怎么赔，谁来负责赔')], 'YT1234567890')?.seq,
  ).toBe(2)
})
