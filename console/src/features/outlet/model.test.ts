import type { TicketRow } from '../../api/types'
import { byUrgency, fromField, likelyTimes, missing, toField } from './model'
import { fitInto } from './photos'

const row = (id: string, more: Partial<TicketRow>) =>
  ({
    id,
    state: 'DISPATCHED',
    phase: 'UNIT',
    urgent: false,
    dueAt: null,
    waitingUntil: null,
    ...more,
  }) as TicketRow

describe('outlet', () => {
  it('puts what burns first: unanswered, then urgent, then least time left', () => {
    const rows = [
      row('later', { dueAt: '2026-03-10T09:00:00Z' }),
      row('answered', { state: 'REPLIED', phase: 'REPLIED', waitingUntil: '2026-03-10T01:00:00Z' }),
      row('soon', { dueAt: '2026-03-10T07:00:00Z' }),
      row('urgent', { urgent: true, dueAt: '2026-03-10T08:00:00Z' }),
    ]
    expect(rows.sort(byUrgency).map((r) => r.id)).toEqual(['urgent', 'soon', 'later', 'answered'])
  })

  it('reads date fields as China’s time', () => {
    const at = Date.parse('2026-03-10T10:00:00Z')
    expect(toField(at)).toBe('2026-03-10T18:00')
    expect(fromField('2026-03-10T18:00')).toBe(at)
    expect(fromField('')).toBeNull()
  })

  it('offers only times to come', () => {
    const afternoon = Date.parse('2026-03-10T06:20:00Z')
    expect(likelyTimes(afternoon).map(toField)).toEqual([
      '2026-03-10T16:30',
      '2026-03-10T18:00',
      '2026-03-11T12:00',
      '2026-03-11T18:00',
    ])
    const night = Date.parse('2026-03-10T13:00:00Z')
    expect(likelyTimes(night).every((at) => at > night)).toBe(true)
  })

  it('names what an answer still needs', () => {
    const draft = { kind: 'ON_THE_WAY' as const, until: null, unit: null, remark: '' }
    expect(missing(draft, 10)).toBe('untilNeeded')
    expect(missing({ ...draft, until: 9 }, 10)).toBe('untilPast')
    expect(missing({ ...draft, kind: 'MISDIRECTED' }, 10)).toBe('unitNeeded')
    expect(missing({ ...draft, kind: 'NOT_FOUND' }, 10)).toBeNull()
  })

  it('shrinks photos to the longest side and never enlarges them', () => {
    expect(fitInto(4000, 3000, 1600)).toEqual({ width: 1600, height: 1200 })
    expect(fitInto(800, 600, 1600)).toEqual({ width: 800, height: 600 })
  })
})
