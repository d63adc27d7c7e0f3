import { screen } from '@testing-library/react'
import { renderPage } from '../../test/render'
import { setBusinessClock } from '../clock/clock'
import { TimeLeft } from './TimeLeft'
import { readTimeLeft } from './timeLeft'

const NOW = Date.parse('2026-03-10T04:00:00Z')
const at = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString()

describe('readTimeLeft', () => {
  it('is good with more than half of the limit left', () => {
    expect(readTimeLeft(at(72), 120, NOW, false)).toMatchObject({ kind: 'left', meaning: 'good', share: 0.6 })
  })

  it('asks to watch below half and to act below a fifth', () => {
    expect(readTimeLeft(at(60), 120, NOW, false).meaning).toBe('watch')
    expect(readTimeLeft(at(24), 120, NOW, false).meaning).toBe('act')
  })

  it('is overdue from the due minute on', () => {
    expect(readTimeLeft(at(0), 120, NOW, false)).toMatchObject({ kind: 'overdue', amount: 0 })
    expect(readTimeLeft(at(-5), 120, NOW, false)).toMatchObject({
      kind: 'overdue',
      amount: 300_000,
      meaning: 'act',
    })
  })

  it('never shows more than the whole ring', () => {
    expect(readTimeLeft(at(500), 120, NOW, false).share).toBe(1)
  })

  it('stands still when paused, whatever the due time', () => {
    expect(readTimeLeft(at(-5), 120, NOW, true)).toMatchObject({ kind: 'paused', meaning: 'stopped' })
  })
})

describe('TimeLeft', () => {
  beforeEach(() => setBusinessClock(at(0), 1))

  it('says the time left in words', () => {
    renderPage(<TimeLeft dueAt={at(72.5)} limitMinutes={120} />)
    expect(screen.getByText('还剩 1 小时 12 分')).toBeInTheDocument()
  })

  it('says how long it is overdue', () => {
    renderPage(<TimeLeft dueAt={at(-61)} limitMinutes={120} />)
    expect(screen.getByText('已超时 1 小时 1 分')).toBeInTheDocument()
  })

  it('shows why it is paused and until when', () => {
    renderPage(<TimeLeft dueAt={at(10)} limitMinutes={120} pausedWhy="等客户" pausedUntil={at(120)} />)
    expect(screen.getByText('等客户，到 今天 14:00')).toBeInTheDocument()
  })
})
