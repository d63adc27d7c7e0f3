import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { answer } from '../../test/render'
import { zh } from './copy/zh-CN'
import { isWaybill, sayPlace, tidyWaybill } from './model'
import TrackPage from './TrackPage'

const found = {
  waybill: 'YT6247854916511',
  status: 'IN_TRANSIT',
  place: { name: '成都转运中心', province: '四川省', city: '成都市' },
  lastAt: '2026-03-08T14:08:00Z',
  promisedAt: '2026-03-10T03:00:00Z',
  late: true,
  doing: { code: 'CONTACTING_OUTLET', until: '2026-03-10T10:00:00Z' },
  steps: [{ at: '2026-03-08T14:08:00Z', type: 'DEPARTED', place: '深圳转运中心' }],
  now: '2026-03-10T06:20:00Z',
}

function serve(response: () => Response) {
  const bodies: unknown[] = []
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string, init?: RequestInit) => {
      if (url.endsWith('/public/cases')) return answer({ cases: [], now: found.now })
      if (!url.endsWith('/public/track')) return answer({ hotline: '95554' })
      bodies.push(JSON.parse(String(init?.body)))
      return response()
    }),
  )
  return bodies
}

describe('public tracking', () => {
  beforeEach(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: jsdom has no cookieStore
    document.cookie = 'XSRF-TOKEN=t'
    history.replaceState(null, '', '/track')
  })
  afterEach(() => vi.unstubAllGlobals())

  it('asks one thing after the other and answers in plain words', async () => {
    const bodies = serve(() => answer(found))
    const user = userEvent.setup()
    render(<TrackPage />)
    await user.type(screen.getByRole('textbox'), 'yt 6247-854916511')
    await user.click(screen.getByRole('button', { name: '下一步' }))
    await user.type(screen.getByRole('textbox'), '6688')
    await user.click(screen.getByRole('button', { name: '查一下' }))
    expect(await screen.findByRole('heading', { name: '我们正在联系网点' })).toBeVisible()
    expect(screen.getByText('最晚今天 18:00 给您答复')).toBeVisible()
    expect(screen.getByRole('link', { name: /95554/ })).toHaveAttribute('href', 'tel:95554')
    expect(bodies).toEqual([{ waybill: 'YT6247854916511', phoneLast4: '6688' }])
    expect(location.search).toBe('?waybill=YT6247854916511')
    expect(document.body.textContent).not.toMatch(/工单|转运|责任网点/)
    expect(screen.getByText('想找人帮忙？')).toBeVisible()
  })

  it('takes a wrong number kindly and keeps what was typed', async () => {
    history.replaceState(null, '', '/track?waybill=YT6247854916511')
    serve(() => answer({ code: 'TRACK_NOT_FOUND' }, 404))
    const user = userEvent.setup()
    render(<TrackPage />)
    await user.type(screen.getByRole('textbox'), '0000{Enter}')
    expect(await screen.findByRole('alert')).toHaveTextContent('没有查到')
    expect(screen.getByRole('textbox')).toHaveValue('0000')
  })

  it('says when to try again after too many tries', async () => {
    history.replaceState(null, '', '/track?waybill=YT6247854916511')
    serve(() => answer({ code: 'TOO_MANY_TRIES', retryAfterSeconds: 900 }, 429))
    const user = userEvent.setup()
    render(<TrackPage />)
    await user.type(screen.getByRole('textbox'), '1234{Enter}')
    expect(await screen.findByRole('alert')).toHaveTextContent('15 分钟')
  })

  it('has no word of the trade in its sentences', () => {
    expect(JSON.stringify(zh)).not.toMatch(/工单|转运|责任网点/)
  })

  it('reads numbers as people copy them, and says places plainly', () => {
    expect(tidyWaybill(' yt 6247-8549 16511')).toBe('YT6247854916511')
    expect(isWaybill('YT62')).toBe(false)
    expect(sayPlace(found.place)).toBe('成都包裹处理中心')
    expect(sayPlace({ name: '簇桥网点', province: '四川省', city: '成都市' })).toBe('成都市 簇桥网点')
  })
})
