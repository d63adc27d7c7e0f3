import { act, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import type { Limit } from '../../api/types'
import { setLocale } from '../../shared/i18n'
import { LimitWords } from './parts/SilenceWords'

const LIMIT: Limit = {
  hours: 75.25,
  stage: 'ARRIVED_HUB',
  laneClass: 'FAR',
  fromDivision: null,
  toDivision: null,
  basis: 'LEARNT',
  percentile: 99.9,
  samples: 4000,
  floorHours: 24,
  parts: [
    { kind: 'BASE', hours: 51, label: 'p99.9 of 4000' },
    { kind: 'REST', hours: 24, label: 'WEDNESDAY SUNDAY' },
    { kind: 'GRACE', hours: 0.25, label: 'H4401' },
  ],
  version: 7,
}

afterEach(() => act(() => setLocale('zh-CN')))

it('says on which days of the week nothing leaves', () => {
  setLocale('zh-CN')
  render(<LimitWords limit={LIMIT} />)
  expect(screen.getByText(/周三、周日不发车 24 小时/)).toBeInTheDocument()
})

it('says it in English', () => {
  setLocale('en')
  render(<LimitWords limit={LIMIT} />)
  expect(screen.getByText(/nothing leaves on Wed, Sun 24 h/)).toBeInTheDocument()
})
