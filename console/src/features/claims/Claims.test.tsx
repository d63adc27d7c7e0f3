import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ClaimView } from '../../api/types'
import { answer, renderPage, someone } from '../../test/render'
import { Actions } from './parts/Actions'
import { AssessmentBox } from './parts/AssessmentBox'
import { ClaimCard } from './parts/ClaimCard'
import { QuickBox } from './parts/QuickBox'
import { claim, row } from './testing'

function serve(view: ClaimView, onStep: () => Response = () => answer(view)) {
  const sent: { method: string; path: string; body: unknown }[] = []
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string, init?: RequestInit) => {
      const path = url.replace('/api/v1', '').split('?')[0] ?? ''
      if (path.startsWith('/attachments/')) {
        sent.push({ method: 'POST', path, body: null })
        return answer({ id: 'f1', name: '订单.png' })
      }
      if (init?.method !== undefined && init.method !== 'GET') {
        sent.push({ method: init.method, path, body: JSON.parse(String(init.body)) })
        return onStep()
      }
      return answer(view)
    }),
  )
  return sent
}

const examiner = someone('claim.read', 'claim.examine')
const pay = () => screen.getByText('立即赔付').closest('button')

describe('claims', () => {
  it('shows with how much a claim is about, and what is late in words', () => {
    renderPage(<ClaimCard claim={row} />)
    expect(screen.getByText('123.45 元')).toBeInTheDocument()
    expect(screen.getByText('已超时')).toBeInTheDocument()
  })

  it('pays at once by one click, with the version it was decided on and the value in fen', async () => {
    const sent = serve(claim())
    renderPage(<QuickBox view={claim()} />, '/', examiner)
    await userEvent.click(screen.getByText('立即赔付'))
    await vi.waitFor(() =>
      expect(sent).toEqual([
        { method: 'POST', path: '/claims/c1/quick', body: { provenFen: 12_345, version: 7 } },
      ]),
    )
  })

  it('says what keeps a claim from being paid at once, before and after the server is asked', async () => {
    const powers = { limitFen: 0, needsSecond: false, exposureFen: 0 }
    const hindered = claim({ powers: { ...powers, quickHindrances: ['NO_PAYEE', 'RISK'] } })
    const first = renderPage(<QuickBox view={hindered} />, '/', examiner)
    expect(screen.getByText('还没有登记收款账户。')).toBeInTheDocument()
    expect(screen.getByText('有风险提示，要先有人细看。')).toBeInTheDocument()
    expect(pay()).toBeDisabled()
    first.unmount()

    serve(claim(), () =>
      answer({ code: 'NOT_QUICK', status: 409, hindrances: ['TOGETHER_ABOVE_LIMIT'] }, 409),
    )
    renderPage(<QuickBox view={claim()} />, '/', examiner)
    await userEvent.click(screen.getByText('立即赔付'))
    expect(await screen.findByText(/加上近期已赔给同一人/)).toBeInTheDocument()
  })

  it('shows where the amount comes from, and what is missing by stage', () => {
    const part = (fen: number, rule: string, chinese: string) => ({
      fen,
      rule,
      article: '民法典 第八百三十三条',
      source: '法律',
      grade: 'A' as const,
      inputs: [{ name: '索赔价值', value: '123.45 元' }],
      chinese,
      english: chinese,
      children: [],
    })
    const { container } = renderPage(
      <AssessmentBox
        assessment={{
          version: '2026.1',
          verdict: 'MORE_EVIDENCE',
          reason: 'EVIDENCE_MISSING',
          amountFen: 12_000,
          ceilingFen: null,
          explanation: {
            ...part(12_000, 'whole', '按价值赔偿'),
            children: [part(12_345, 'value', '内件价值'), part(-345, 'nature', '合理损耗扣减')],
          },
          missing: [{ stage: 'EXAMINE', anyOf: ['VALUE_PROOF', 'PACKING_LIST'], rule: 'proof' }],
          exclusions: [],
          flaws: [],
          mayDecide: '',
        }}
      />,
    )
    const box = within(container)
    expect(box.getByText('合理损耗扣减').closest('li')).toHaveTextContent('−3.45 元')
    expect(box.getAllByText('民法典 第八百三十三条')).toHaveLength(3)
    expect(box.getByText('价值证明 或 内件清单')).toBeInTheDocument()
  })

  it('sends a proposed amount exactly as typed, and nothing that is no amount', async () => {
    const sent = serve(claim())
    renderPage(<Actions view={claim()} />, '/', examiner)
    await userEvent.click(screen.getByText('提出金额'))
    const dialog = within(await screen.findByRole('dialog'))
    const amount = dialog.getByLabelText('金额（元）')
    const confirm = dialog.getByText(/^确\s?定$/)
    await userEvent.clear(amount)
    await userEvent.type(amount, '4.355')
    await userEvent.type(dialog.getByLabelText('说明'), '按折旧')
    await userEvent.click(confirm)
    expect(await dialog.findByText(/最多两位小数/)).toBeInTheDocument()
    expect(sent).toEqual([])
    await userEvent.type(amount, '{Backspace}')
    await userEvent.click(confirm)
    await vi.waitFor(() =>
      expect(sent).toEqual([
        { method: 'POST', path: '/claims/c1/propose', body: { fen: 435, words: '按折旧', version: 7 } },
      ]),
    )
  })

  it('adds what the customer sent elsewhere, as what it shows', async () => {
    const sent = serve(claim())
    renderPage(<Actions view={claim()} />, '/', someone('claim.read', 'claim.open'))
    await userEvent.click(screen.getByText('已收到材料'))
    const dialog = within(await screen.findByRole('dialog'))
    await userEvent.upload(
      dialog.getByLabelText(/添加文件/),
      new File(['x'], '订单.png', { type: 'image/png' }),
    )
    await dialog.findByLabelText('去掉 订单.png')
    const confirm = dialog.getByText(/^确\s?定$/)
    await userEvent.click(confirm)
    expect(await dialog.findByText('要填。')).toBeInTheDocument()
    await userEvent.click(dialog.getByLabelText('这些文件能说明什么'))
    await userEvent.click(await screen.findByTitle('价值证明'))
    await userEvent.click(confirm)
    await vi.waitFor(() => expect(sent).toHaveLength(2))
    expect(sent[0]?.path).toBe('/attachments/CLAIM/c1')
    expect(sent[1]).toEqual({
      method: 'POST',
      path: '/claims/c1/evidence',
      body: { shown: [{ evidence: 'VALUE_PROOF', files: ['f1'] }], words: null },
    })
  })

  it('lets nobody approve what they had a hand in, and says so', () => {
    const powers = { limitFen: 100_000, needsSecond: true, exposureFen: 0, quickHindrances: [] }
    const view = claim({ powers }, { state: 'TO_APPROVE', proposedFen: 5_000 })
    renderPage(<Actions view={view} />, '/', someone('claim.read', 'claim.approve'))
    expect(screen.getByText('审批通过').closest('button')).toBeDisabled()
    expect(screen.getByText(/要另一个人审批/)).toBeInTheDocument()
    expect(screen.queryByText('提出金额')).toBeNull()
  })
})
