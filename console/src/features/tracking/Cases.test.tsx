import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { CaseAnswer, CustomerCase } from '../../api/types'
import { setLocale } from '../../shared/i18n'
import { answer } from '../../test/render'
import { Cases } from './parts/Cases'

const open: CustomerCase = {
  number: 'T260310-00012-4',
  kindZh: '改地址',
  kindEn: 'Change of address',
  openedAt: '2026-03-10T02:00:00Z',
  endedAt: null,
  steps: [
    { step: 'RECEIVED', mark: 'DONE' },
    { step: 'HANDLING', mark: 'NOW' },
    { step: 'ENDED', mark: 'TO_DO' },
  ],
  doing: '我们正在为您处理。',
  nextBy: '2026-03-10T10:00:00Z',
  waitsForYou: false,
  result: null,
  into: null,
  may: { message: true, urge: true, withdraw: true, confirm: false, dispute: false, rate: false },
  disputeUntil: null,
  messages: [
    { at: '2026-03-10T02:00:00Z', fromYou: false, photos: 0, text: '我们收到了您反映的“改地址”问题。' },
  ],
  rating: null,
}
const answered: CustomerCase = {
  ...open,
  result: 'ANSWERED',
  may: { ...open.may, confirm: true, dispute: true },
}
const closed: CustomerCase = {
  ...open,
  result: 'CONFIRMED',
  nextBy: null,
  endedAt: '2026-03-10T05:00:00Z',
  may: { message: false, urge: false, withdraw: false, confirm: false, dispute: true, rate: true },
  disputeUntil: '2026-03-17T05:00:00Z',
}

const of = (...cases: CustomerCase[]): CaseAnswer => ({ cases, now: '2026-03-10T06:20:00Z' })

function serve(...responses: (() => Response)[]) {
  const asked: { path: string; body: Record<string, unknown> }[] = []
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string, init?: RequestInit) => {
      asked.push({ path: url.replace(/^.*\/public/, ''), body: JSON.parse(String(init?.body)) })
      return (responses.length > 1 ? responses.shift() : responses[0])?.()
    }),
  )
  return asked
}

const show = () => render(<Cases waybill="YT6247854916511" phoneLast4="6688" />)

describe('the customer’s cases', () => {
  beforeEach(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: jsdom has no cookieStore
    document.cookie = 'XSRF-TOKEN=t'
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    act(() => setLocale('zh-CN'))
  })

  it('shows how far it is, what comes next and what was said, in plain words', async () => {
    const asked = serve(() => answer(of(open)))
    show()
    expect(screen.getByRole('status')).toHaveTextContent('正在查')
    expect(await screen.findByRole('heading', { name: '改地址' })).toBeVisible()
    expect(screen.getByText('处理').closest('li')).toHaveAttribute('aria-current', 'step')
    expect(screen.getByText('下一步最晚：今天 18:00')).toBeVisible()
    expect(within(screen.getByRole('list', { name: '消息' })).getByText(/我们收到了/)).toBeVisible()
    expect(screen.queryByText('结果对吗？')).toBeNull()
    expect(asked).toEqual([{ path: '/cases', body: { waybill: 'YT6247854916511', phoneLast4: '6688' } }])
    expect(document.body.textContent).not.toMatch(/工单|转运|责任网点/)
  })

  it('disputes a result with words, not without', async () => {
    const asked = serve(
      () => answer(of(answered)),
      () => answer(of(open)),
    )
    const user = userEvent.setup()
    show()
    await user.click(await screen.findByRole('button', { name: '有异议' }))
    await user.click(screen.getByRole('button', { name: '发送' }))
    expect(screen.getByRole('alert')).toHaveTextContent('请先写几句')
    await user.type(screen.getByRole('textbox'), '还是旧地址')
    await user.click(screen.getByRole('button', { name: '发送' }))
    expect(await screen.findByText('我们正在为您处理。')).toBeVisible()
    expect(asked[1]).toEqual({
      path: '/cases/dispute',
      body: {
        waybill: 'YT6247854916511',
        phoneLast4: '6688',
        number: 'T260310-00012-4',
        text: '还是旧地址',
      },
    })
  })

  it('confirms, then asks for stars', async () => {
    const asked = serve(
      () => answer(of(answered)),
      () => answer(of(closed)),
    )
    const user = userEvent.setup()
    show()
    await user.click(await screen.findByRole('button', { name: '没问题，确认' }))
    await user.click(await screen.findByRole('radio', { name: '4 星' }))
    await user.click(screen.getByRole('button', { name: '提交评价' }))
    expect(asked.map((one) => one.path)).toEqual(['/cases', '/cases/confirm', '/cases/rate'])
    expect(asked[2]?.body).toMatchObject({ stars: 4 })
  })

  it('says why something was refused and keeps the words', async () => {
    serve(
      () => answer(of(closed)),
      () => answer({ code: 'REOPEN_WINDOW_OVER' }, 409),
    )
    const user = userEvent.setup()
    show()
    await user.click(await screen.findByRole('button', { name: '有异议' }))
    await user.type(screen.getByRole('textbox'), '不对')
    await user.click(screen.getByRole('button', { name: '发送' }))
    expect(await screen.findByText('可以提异议的时间已经过了。')).toBeVisible()
    expect(screen.getByRole('textbox')).toHaveValue('不对')
  })

  it('says that there is none, and offers another try after a failure', async () => {
    serve(
      () => answer({ code: 'INTERNAL' }, 500),
      () => answer(of()),
    )
    const user = userEvent.setup()
    show()
    await user.click(await screen.findByRole('button', { name: '再试一次' }))
    expect(await screen.findByText('这件包裹没有反映过的问题。')).toBeVisible()
  })

  it('speaks English too', async () => {
    setLocale('en')
    serve(() => answer(of(answered)))
    show()
    expect(await screen.findByRole('heading', { name: 'Change of address' })).toBeVisible()
    expect(screen.getByRole('button', { name: 'No, it is not' })).toBeVisible()
  })
})
