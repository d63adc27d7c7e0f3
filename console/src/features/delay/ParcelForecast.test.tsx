import { screen } from '@testing-library/react'
import { answer, renderPage, someone } from '../../test/render'
import type { Forecast } from './api'
import { zh } from './copy/zh-CN'
import { ParcelForecast } from './parts/ParcelForecast'

const foretold: Forecast = {
  waybill: 'YT7000000000001',
  state: 'FORECAST',
  promisedAt: '2026-11-21T10:00:00Z',
  estimate: {
    risk: 0.35,
    early: '2026-11-21T02:00:00Z',
    expected: '2026-11-21T06:00:00Z',
    late: '2026-11-21T14:00:00Z',
    cases: 1240,
  },
}

function show(forecast: Forecast) {
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => answer(forecast)),
  )
  return renderPage(<ParcelForecast waybill={forecast.waybill} />, '/', someone('parcel.read'))
}

describe('P4 the forecast on a parcel’s page', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('says when, within which interval, and how likely the promise is missed', async () => {
    show(foretold)
    expect(await screen.findByRole('img', { name: /承诺/ })).toBeInTheDocument()
    expect(screen.getByText(zh.forecast.risk('35%'))).toBeInTheDocument()
    expect(screen.getByText(zh.basedOn('1,240'))).toBeInTheDocument()
  })

  it('says nothing of a promise where there is none, and that it has not learnt yet', async () => {
    const { unmount } = show({ ...foretold, promisedAt: null })
    expect(await screen.findByRole('img')).not.toHaveAccessibleName(/承诺/)
    expect(screen.queryByText(/赶不上/)).toBeNull()
    unmount()
    show({ ...foretold, state: 'NOT_LEARNT', estimate: null })
    expect(await screen.findByText(zh.forecast.notLearnt)).toBeInTheDocument()
  })
})
