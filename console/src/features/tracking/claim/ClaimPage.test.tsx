import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { PublicClaim, PublicClaims } from '../../../api/types'
import { answer } from '../../../test/render'
import TrackPage from '../TrackPage'
import { flaws, readFen, resume, typeYuan, UNWRITTEN } from './model'
import { zh } from './zh-CN'

const user = userEvent.setup({ delay: null })

const draft: PublicClaim = {
  number: 'C202611300001',
  kind: 'PARTIAL_DAMAGE',
  state: 'DRAFT',
  goods: '茶具',
  story: '杯子碎了两只',
  claimedFen: 45_050,
  lostFen: null,
  feeFen: null,
  notReceived: false,
  files: [],
  needs: [
    { stage: 'APPLY', anyOf: ['PHOTO_OUTSIDE'] },
    { stage: 'EXAMINE', anyOf: ['VALUE_PROOF'] },
  ],
  offeredFen: null,
  explanation: null,
  answer: null,
  counterFen: null,
  mayCounter: false,
  mayAppeal: false,
  payeeWay: null,
  payeeName: null,
  payeeAccount: null,
  appliedAt: null,
  answerBy: null,
  steps: [],
  version: 3,
}

const offered: PublicClaim = {
  ...draft,
  state: 'OFFERED',
  needs: [],
  offeredFen: 20_000,
  explanation: {
    fen: 20_000,
    rule: 'R1',
    article: '第二十七条',
    source: '',
    grade: 'A',
    inputs: [],
    chinese: '合计应赔 200.00 元。',
    english: 'In all 200.00 yuan.',
    children: [],
  },
  mayCounter: true,
  mayAppeal: true,
  payeeWay: 'ALIPAY',
  payeeName: '张*',
  payeeAccount: '****6688',
  version: 9,
}

const view = (...claims: PublicClaim[]): PublicClaims => ({
  proof: 'p1',
  waybill: 'YT6247854916511',
  sender: false,
  insuredFen: null,
  doubts: [{ kind: 'LOSS', doubts: ['STILL_MOVING'] }],
  claims,
})

type Body = Record<string, unknown>

/** Answers each claim route by its last word; what was sent is kept. */
function serve(routes: Record<string, (body: Body) => Response>) {
  const sent: [string, Body][] = []
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string, init?: RequestInit) => {
      const route = /\/public\/claims\/(\w+)$/.exec(url)?.[1]
      if (route === undefined) return answer({ hotline: '95554', now: '2026-11-30T02:00:00Z', speed: 1 })
      const body = JSON.parse(String(init?.body)) as Body
      sent.push([route, body])
      return routes[route]?.(body) ?? answer({ code: 'NOT_FOUND' }, 404)
    }),
  )
  return sent
}

function goOn(claims: PublicClaims) {
  sessionStorage.setItem(
    'waypost.claim',
    JSON.stringify({ waybill: claims.waybill, proof: claims.proof, written: {} }),
  )
}

describe('claims of customers', () => {
  beforeEach(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: jsdom has no cookieStore
    document.cookie = 'XSRF-TOKEN=t'
    sessionStorage.clear()
    history.replaceState(null, '', '/track?claim&waybill=YT6247854916511')
  })
  afterEach(() => vi.unstubAllGlobals())

  it('knows the customer by a code, and brings the draft back', async () => {
    const sent = serve({
      code: () => answer({ phone: '138****6688', seconds: 600 }),
      begin: ({ code }) =>
        code === '123456'
          ? answer(view(draft))
          : answer({ code: 'INVALID', errors: [{ field: 'code', code: 'WRONG_CODE', message: '' }] }, 422),
    })
    render(<TrackPage />)
    await user.type(await screen.findByLabelText('手机号后四位'), '6688{Enter}')
    expect(await screen.findByText('验证码已发到 138****6688，10 分钟内有效。')).toBeVisible()
    expect(screen.getByRole('button', { name: /秒后可以重新发送/ })).toBeDisabled()
    await user.type(screen.getByLabelText('短信里的 6 位验证码'), '000000{Enter}')
    expect(await screen.findByRole('alert')).toHaveTextContent('验证码不对')
    await user.clear(screen.getByLabelText('短信里的 6 位验证码'))
    await user.type(screen.getByLabelText('短信里的 6 位验证码'), '123456{Enter}')
    // The draft lacks a photo: that is where it goes on.
    expect(await screen.findByRole('heading', { name: '拍几张照片' })).toHaveFocus()
    expect(screen.getByLabelText('添加：外包装照片')).toHaveAttribute('accept', 'image/jpeg,image/png')
    await user.click(screen.getByRole('button', { name: '上一步' }))
    expect(screen.getByLabelText('里面是什么')).toHaveValue('茶具')
    expect(screen.getByLabelText('一共值多少元')).toHaveValue('450.50')
    expect(sent[0]).toEqual(['code', { waybill: 'YT6247854916511', phoneLast4: '6688' }])
    expect(sessionStorage.getItem('waypost.claim')).toContain('"proof":"p1"')
  })

  it('says doubts kindly, hinders nobody, and sends amounts exactly', async () => {
    goOn(view())
    const sent = serve({ read: () => answer(view()), save: () => answer(view({ ...draft, kind: 'LOSS' })) })
    render(<TrackPage />)
    await user.click(await screen.findByRole('radio', { name: /东西丢了/ }))
    expect(screen.getByText('快件最近两天还有扫描，可能还在路上。')).toBeVisible()
    await user.click(screen.getByRole('button', { name: '下一步' }))
    await user.click(screen.getByRole('button', { name: '下一步' }))
    expect(screen.getByText('请写里面是什么。')).toBeVisible()
    await user.type(screen.getByLabelText('里面是什么'), '手机')
    await user.type(screen.getByLabelText('一共值多少元'), '1,289.9')
    await user.click(screen.getByRole('checkbox'))
    await user.click(screen.getByRole('button', { name: '下一步' }))
    expect(await screen.findByRole('heading', { name: '拍几张照片' })).toBeVisible()
    expect(sent.at(-1)).toEqual([
      'save',
      {
        proof: 'p1',
        kind: 'LOSS',
        goods: '手机',
        story: null,
        claimedFen: 128_990,
        lostFen: null,
        feeFen: null,
        notReceived: true,
      },
    ])
  })

  it('shows what is missing when it is handed in', async () => {
    const ready = {
      ...draft,
      needs: [],
      payeeWay: 'ALIPAY' as const,
      payeeAccount: '****6688',
      payeeName: '张*',
    }
    goOn(view(ready))
    let reads = 0
    serve({
      read: () => answer(view(reads++ === 0 ? ready : { ...ready, needs: draft.needs })),
      submit: () =>
        answer({ code: 'INVALID', errors: [{ field: 'evidence', code: 'MISSING', message: '' }] }, 422),
    })
    render(<TrackPage />)
    await user.click(await screen.findByRole('button', { name: '提交申请' }))
    const missing = (await screen.findByText('还缺这些，补上就能提交：')).parentElement
    await user.click(within(missing as HTMLElement).getByRole('button', { name: '外包装照片' }))
    expect(screen.getByRole('heading', { name: '拍几张照片' })).toBeVisible()
    expect(document.body.textContent).not.toMatch(/PHOTO_OUTSIDE|VALUE_PROOF|PARTIAL_DAMAGE/)
  })

  it('accepts the version that was seen', async () => {
    goOn(view(offered))
    const sent = serve({
      read: () => answer(view(offered)),
      answer: () => answer(view({ ...offered, state: 'PAYING', mayCounter: false, mayAppeal: false })),
    })
    render(<TrackPage />)
    expect(await screen.findByText('赔 200.00 元')).toBeVisible()
    expect(screen.getByText('依据：第二十七条')).toBeVisible()
    expect(screen.getByText('收款账户 支付宝 ****6688 张*')).toBeVisible()
    await user.click(screen.getByRole('button', { name: '同意，请打款' }))
    expect(await screen.findByRole('heading', { name: '正在给您打款' })).toBeVisible()
    expect(sent.at(-1)).toEqual([
      'answer',
      { proof: 'p1', number: 'C202611300001', version: 9, reply: 'ACCEPT', fen: null, words: null },
    ])
    expect(screen.queryByRole('button', { name: '撤回申请' })).toBeNull()
  })

  it('asks for more only above the offer, and withdraws only when sure', async () => {
    goOn(view(offered))
    const sent = serve({
      read: () => answer(view(offered)),
      answer: ({ reply }) =>
        answer(
          view({ ...offered, state: reply === 'COUNTER' ? 'TO_EXAMINE' : 'WITHDRAWN', mayAppeal: false }),
        ),
    })
    render(<TrackPage />)
    await user.click(await screen.findByRole('button', { name: '觉得少了' }))
    await user.type(screen.getByLabelText('希望赔多少元'), '200')
    await user.type(screen.getByLabelText('为什么'), '碎了三只')
    await user.click(screen.getByRole('button', { name: '发给我们看' }))
    expect(screen.getByText('要比现在的金额多。')).toBeVisible()
    await user.type(screen.getByLabelText('希望赔多少元'), '.01')
    await user.click(screen.getByRole('button', { name: '发给我们看' }))
    expect(await screen.findByRole('heading', { name: '已经收到，正在审核' })).toBeVisible()
    expect(sent.at(-1)?.[1]).toMatchObject({ reply: 'COUNTER', fen: 20_001, words: '碎了三只' })
    await user.click(screen.getByRole('button', { name: '撤回申请' }))
    expect(screen.getByRole('button', { name: '不撤回' })).toHaveFocus()
    await user.click(screen.getByRole('button', { name: '确定撤回' }))
    expect(await screen.findByRole('heading', { name: '您已经撤回' })).toBeVisible()
  })

  it('goes back to the code when the proof has ended', async () => {
    goOn(view(draft))
    serve({ read: () => answer({ code: 'PROOF_ENDED' }, 401) })
    render(<TrackPage />)
    expect(await screen.findByRole('alert')).toHaveTextContent('请重新收一次验证码')
    expect(screen.getByLabelText('运单号')).toHaveValue('YT6247854916511')
  })

  it('reads yuan exactly', () => {
    expect(readFen('0.29')).toBe(29)
    expect(readFen(' ¥1,128.5 元')).toBe(112_850)
    expect(readFen('1000000')).toBe(100_000_000)
    for (const wrong of ['', '0', '1.005', '-3', '1000000.01', '1e3', '一百']) {
      expect(readFen(wrong)).toBeNull()
    }
    expect(typeYuan(2_905)).toBe('29.05')
    expect(flaws('SHORTAGE', { ...UNWRITTEN, goods: '衣服', claimed: '10', lost: '10.01' })).toEqual({
      lost: 'more',
    })
    expect(resume({ ...draft, needs: [], goods: '' })).toBe('details')
  })

  it('has no word of the trade in its sentences', () => {
    expect(JSON.stringify(zh)).not.toMatch(/工单|转运|责任网点|内件|定责/)
  })
})
