import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ChargeAction, ChargeView } from '../../api/types'
import { answer, renderPage, someone } from '../../test/render'
import ChargesPage from './ChargesPage'
import { chargeCopy } from './copy'
import { ChargeDrawer } from './parts/ChargeDrawer'
import { charge, chengdu, row, wuhou } from './testing'

const FILE = { id: 'f1', name: '签收单.pdf', type: 'PDF', purpose: 'O510107-011', by: '蒋文军' }

/** Answers the list and the charge; steps by what the test says. */
function serve(view: ChargeView, onStep: () => Response = () => answer(view)) {
  const sent: { path: string; body: unknown }[] = []
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string, init?: RequestInit) => {
      const path = url.replace('/api/v1', '').split('?')[0] ?? ''
      if (path.startsWith('/attachments/')) {
        sent.push({ path, body: null })
        return answer(FILE)
      }
      if (init?.method === 'POST') {
        sent.push({ path, body: JSON.parse(String(init.body)) })
        return onStep()
      }
      if (path === '/charges') return answer({ items: [view.charge], nextCursor: null, total: 1 })
      return path.startsWith('/charges/') ? answer(view) : answer({}, 404)
    }),
  )
  return sent
}

/** Looking for what lets no pointer through costs more than the tests themselves. */
const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 })
const clerk = someone('charge.read', 'charge.answer')
const arbiter = someone('charge.read', 'charge.arbitrate')
const show = (me = clerk) => renderPage(<ChargeDrawer id="x1" onClose={() => undefined} />, '/', me)
const submit = (dialog: ReturnType<typeof within>) => user.click(dialog.getByText(words('提交')))

/** Two signs on a button may stand apart. */
const words = (said: string) => new RegExp(`^${[...said].join('\\s?')}$`)

async function ask(action: ChargeAction) {
  const t = chargeCopy.now()
  await user.click(await screen.findByText(words(t.action[action])))
  const hint = await screen.findByText(t.hint[action])
  return within(hint.closest<HTMLElement>('[role="dialog"]') ?? hint)
}

describe('charges', () => {
  it('lists who bears how much, and opens a charge with its reasons in names instead of codes', async () => {
    // Only rows that have room are in the page.
    vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600)
    serve(charge())
    renderPage(<ChargesPage />, '/charges', clerk)
    expect(await screen.findByText('成都转运中心 70%、成都武侯簇桥网点 30%')).toBeInTheDocument()
    await user.click(screen.getByText(row.claimNumber))
    // The drawer arrives with its own script.
    expect(
      await screen.findByText('最后一次有效扫描是 成都转运中心 的装车。', {}, { timeout: 15_000 }),
    ).toBeInTheDocument()
    expect(screen.getByText('断在这里：分拨出目的地未到（集包）').closest('li')).toHaveTextContent('装车')
    expect(screen.getByText('37.03 元')).toBeInTheDocument()
  })

  it('brings evidence with a file for the unit that is charged, and shows the answer', async () => {
    const brought = charge(
      {
        actions: [],
        evidence: [
          {
            unit: wuhou,
            kind: 'NOT_RECEIVED',
            text: '没收到',
            files: 1,
            at: '2026-11-29T08:00:00Z',
            by: '蒋文军',
            outcome: null,
          },
        ],
      },
      { state: 'ANSWERED', version: 4 },
    )
    const view = charge()
    const sent = serve(view, () => answer(Object.assign(view, brought)))
    show()
    const dialog = await ask('GIVE_EVIDENCE')
    await user.click(dialog.getByLabelText('证明什么'))
    await user.click(await screen.findByTitle('未收到'))
    await user.type(dialog.getByLabelText('说明'), ' 没收到 ')
    await user.upload(
      dialog.getByLabelText(/添加文件/),
      new File(['x'], '签收单.pdf', { type: 'application/pdf' }),
    )
    await dialog.findByLabelText('去掉 签收单.pdf')
    await submit(dialog)
    await vi.waitFor(() =>
      expect(sent).toEqual([
        { path: '/attachments/CHARGE/x1', body: null },
        {
          path: '/charges/x1/evidence',
          body: {
            unit: 'O510107-011',
            kind: 'NOT_RECEIVED',
            text: '没收到',
            attachmentIds: ['f1'],
            version: 3,
          },
        },
      ]),
    )
    expect(await screen.findByText('还没有结论')).toBeInTheDocument()
    expect(screen.getByText('可反驳')).toBeInTheDocument()
  })

  it('asks for which unit somebody speaks who reaches several', async () => {
    const sent = serve(charge({ actions: ['APPEAL'], answersFor: [chengdu, wuhou] }, { state: 'STANDING' }))
    show()
    const dialog = await ask('APPEAL')
    await user.type(dialog.getByLabelText('说明'), '判错了')
    await submit(dialog)
    expect(await dialog.findByText('要填。')).toBeInTheDocument()
    expect(sent).toEqual([])
  })

  it('sends an award only once its shares make the whole', async () => {
    const sent = serve(charge({ actions: ['ARBITRATE'], answersFor: [] }, { state: 'ARBITRATION' }))
    show(arbiter)
    const dialog = await ask('ARBITRATE')
    await user.click(dialog.getByText('改判'))
    const share = await dialog.findByLabelText('第 1 个单位的比例（%）')
    await user.clear(share)
    await user.type(share, '66.7')
    await user.type(dialog.getByLabelText('理由'), '封签号不符')
    await submit(dialog)
    expect(await dialog.findAllByText('现在合计 96.7%，要正好 100%。')).not.toHaveLength(0)
    expect(sent).toEqual([])
    const other = dialog.getByLabelText('第 2 个单位的比例（%）')
    await user.clear(other)
    await user.type(other, '33.3')
    expect(await dialog.findByText('合计 100%')).toBeInTheDocument()
    await submit(dialog)
    await vi.waitFor(() =>
      expect(sent).toEqual([
        {
          path: '/charges/x1/arbitration',
          body: {
            decision: 'MOVE',
            shares: [
              { unit: 'H5101', perMille: 667 },
              { unit: 'O510107-011', perMille: 333 },
            ],
            text: '封签号不符',
            version: 3,
          },
        },
      ]),
    )
  })

  it('says that somebody else was faster, and shows what they did', async () => {
    const view = charge({ actions: ['ARBITRATE'] }, { state: 'ARBITRATION' })
    serve(view, () => {
      view.charge = { ...view.charge, state: 'FINAL', ending: 'UPHELD', due: null, version: 4 }
      return answer({ code: 'STALE_VERSION', status: 409 }, 409)
    })
    show(arbiter)
    const dialog = await ask('ARBITRATE')
    await user.click(dialog.getByText('维持'))
    await user.type(dialog.getByLabelText('理由'), '证据充分')
    await submit(dialog)
    expect(await screen.findByText(/别人刚刚改过/)).toBeInTheDocument()
    expect(await screen.findByText('仲裁维持')).toBeInTheDocument()
  })
})
