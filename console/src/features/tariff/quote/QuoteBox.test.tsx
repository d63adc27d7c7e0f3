import { fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { answer, renderPage, someone } from '../../../test/render'
import { quoted } from '../made'
import TariffsPage from '../TariffsPage'
import { refuse, serve } from '../testing'
import { QuoteBox } from './QuoteBox'

// Not looking up the styles of all that lies above before each click.
const user = userEvent.setup({ pointerEventsCheck: 0, delay: null })
const reader = someone('tariff.view')

/** Looking for roles is slow among so many fields, so labels and words do here. */
async function choose(end: string, typed: string) {
  await user.click(screen.getByLabelText(end))
  await user.paste(typed)
  await user.click(await screen.findByText(typed, { selector: '[role=menuitemcheckbox] *' }))
}

async function fill() {
  await choose('从哪里寄', '天河')
  await choose('寄到哪里', '西湖')
}

const write = (field: string, typed: string) =>
  fireEvent.change(screen.getByLabelText(field), { target: { value: typed } })

// Two lists of places and a calendar: slow to render on a busy machine.
describe('the quote box', { timeout: 60_000 }, () => {
  afterEach(() => vi.unstubAllGlobals())

  it('shows each product with its parts and total, and asks in grams, millimetres and fen', async () => {
    const sent = serve((path) => (path === '/quotes' ? answer(quoted) : undefined))
    renderPage(<QuoteBox />, '/tariffs', reader)
    await fill()
    write('重量（kg）', '2.5')
    write('长（cm）', '60')
    write('宽（cm）', '20.5')
    write('高（cm）', '14')
    write('保价金额（元）', '99.9')
    write('寄什么', '玻璃花瓶')
    await user.type(screen.getByLabelText('寄什么'), '{Enter}')

    const card = await screen.findByLabelText('标准快递')
    expect(within(card).getByText('首重').nextSibling).toHaveTextContent('14.00 元')
    expect(within(card).getByText('续重').nextSibling).toHaveTextContent('12.00 元')
    expect(within(card).getByText('保价').nextSibling).toHaveTextContent('2.00 元')
    expect(within(card).getByText('纸箱').nextSibling).toHaveTextContent('3.00 元')
    expect(within(card).getByText('合计').nextSibling).toHaveTextContent('31.00 元')
    expect(within(card).getByText('按 2.5 kg 计费 · 体积重 2.1 kg')).toBeInTheDocument()
    expect(within(card).getByText(/最晚 12月3日 20:00 送到/)).toBeInTheDocument()
    expect(within(card).getByText('没按时送到，退还运费')).toBeInTheDocument()
    expect(
      within(screen.getByLabelText('经济件')).getByText('保价金额超过这个产品的上限。'),
    ).toBeInTheDocument()
    expect(screen.getByText('一半的包裹在 42 小时内送到，九成在 60 小时内送到。')).toBeInTheDocument()
    expect(screen.getByText('按最近 1,280 件统计：广东省 广州市 → 浙江省 杭州市。')).toBeInTheDocument()
    expect(screen.getByText('西湖一部')).toBeInTheDocument()
    expect(screen.getByText('建议用“标准快递”。')).toBeInTheDocument()
    expect(sent).toEqual([
      {
        method: 'POST',
        path: '/quotes',
        body: {
          from: '440106',
          to: '330106',
          grams: 2_500,
          lengthMm: 600,
          widthMm: 205,
          heightMm: 140,
          declaredFen: 9_990,
          collectedFen: null,
          goods: '玻璃花瓶',
          at: null,
          wanted: null,
        },
      },
    ])

    await user.click(screen.getByLabelText('纸箱（3.00 元）'))
    await vi.waitFor(() => expect(sent[1]?.body.wanted).toEqual(['CARTON']))
  })

  it('shows what the server refuses at its field, in the units of the form', async () => {
    serve((path) =>
      path === '/quotes'
        ? refuse(
            { field: 'grams', code: 'OUT_OF_RANGE', message: 'Between 1 and 1000000.' },
            { field: 'lengthMm', code: 'MISSING', message: 'All three measures, or none.' },
          )
        : undefined,
    )
    renderPage(<QuoteBox />, '/tariffs', reader)
    await fill()
    await user.click(screen.getByText(/查\s*价/, { selector: 'button *' }))
    expect(await screen.findByText('要在 0.001 kg 到 1,000 kg 之间。')).toBeInTheDocument()
    expect(screen.getByText('长、宽、高要一起填，或者都不填。')).toBeInTheDocument()
    expect(screen.getByLabelText('重量（kg）')).toHaveAttribute('aria-invalid', 'true')
  })

  it('says what to do while nothing is in force, and does not ask without places', async () => {
    const sent = serve((path) => {
      if (path === '/quotes') return answer({ status: 409, code: 'NO_TARIFF' }, 409)
      return path === '/tariffs' ? answer({ inForce: null, items: [] }) : undefined
    })
    renderPage(<TariffsPage />, '/tariffs', reader)
    expect(await screen.findByText('还没有生效的资费')).toBeInTheDocument()
    await user.click(screen.getByText(/查\s*价/, { selector: 'button *' }))
    expect(await screen.findAllByText('请选择地点。')).toHaveLength(2)
    expect(sent).toEqual([])
    await fill()
    await user.click(screen.getByText(/查\s*价/, { selector: 'button *' }))
    expect(await screen.findByText('现在查不了价')).toBeInTheDocument()
    expect(screen.getByText(/请总部在“资费版本”里批准一版/)).toBeInTheDocument()
  })
})
