import type { TicketView } from '../../api/types'
import { readFilters, toQuery, writeFilters } from './filters'
import { escalations } from './model'

describe('filters of the ticket list', () => {
  it('go into the address and come back the same', () => {
    const address = 'view=mine&only=overdue&phase=UNIT&level=REGION&kind=URGE&unit=R07&q=YT62'
    expect(writeFilters(readFilters(new URLSearchParams(address))).toString()).toBe(address)
  })

  it('ignore words in the address that mean nothing', () => {
    const filters = readFilters(new URLSearchParams('view=secret&state=GONE&only=soon'))
    expect(filters.view).toBe('unit')
    expect(filters.phase).toBeNull()
  })

  it('ask for what is due soon or escalated by words of their own', () => {
    expect(toQuery(readFilters(new URLSearchParams('only=dueSoon'))).dueSoon).toBe(true)
    expect(toQuery(readFilters(new URLSearchParams('only=escalated'))).escalated).toBe(true)
  })

  it('ask the server for answered tickets by their state', () => {
    expect(toQuery(readFilters(new URLSearchParams('only=replied'))).phase).toBe('REPLIED')
  })
})

describe('escalations', () => {
  it('tells when each level was first reached', () => {
    const entry = (at: string, what: string, level: string | null) => ({
      at,
      what,
      level,
      unit: null,
      data: what === 'ESCALATED' ? { why: 'TROUBLE' } : {},
    })
    const ticket = {
      history: [
        entry('2026-03-10T06:00:00Z', 'ESCALATED', 'REGION'),
        entry('2026-03-10T04:00:00Z', 'OPENED', null),
        entry('2026-03-10T05:00:00Z', 'URGED', null),
        entry('2026-03-10T09:00:00Z', 'ESCALATED', 'REGION'),
      ],
    } as unknown as TicketView
    expect(escalations(ticket).map((step) => `${step.level} ${step.at.slice(11, 13)}`)).toEqual([
      'OUTLET 04',
      'REGION 06',
    ])
    expect(escalations(ticket).map((step) => step.why)).toEqual([null, 'TROUBLE'])
  })
})
