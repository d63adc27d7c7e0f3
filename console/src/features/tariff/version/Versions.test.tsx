import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { TariffVersion } from '../../../api/types'
import { answer, renderPage, someone } from '../../../test/render'
import { body, draft, row } from '../made'
import { serve } from '../testing'
import { Versions } from './Versions'

// Not looking up the styles of all that lies above before each click.
const user = userEvent.setup({ pointerEventsCheck: 0, delay: null })
const reader = someone('tariff.view')
const writer = someone('tariff.view', 'tariff.manage')

const open = (version: number, me = writer) => renderPage(<Versions />, `/tariffs?version=${version}`, me)

async function write(field: string, typed: string) {
  const input = await screen.findByLabelText(field)
  await user.clear(input)
  await user.type(input, typed)
  await user.tab()
}

const standard = body.products[0]
if (standard === undefined) throw new Error('there is a product')
const dearer = {
  ...standard,
  rates: standard.rates.map((rate) => ({ ...rate, firstFen: rate.firstFen + 100 })),
}

describe('versions of the prices', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('lists them, and only reads where one may not write', async () => {
    serve()
    open(2, reader)
    expect(await screen.findByText('软件自带的样例')).toBeInTheDocument()
    expect(screen.getByText(/1月1日 08:00 起生效，林晓批准/)).toBeInTheDocument()
    expect(await screen.findByText('从 1 kg 起，每 0.1 kg 0.80 元')).toBeInTheDocument()
    expect(screen.queryByLabelText('跨省 首重价（元）')).toBeNull()
    expect(screen.queryByText('保存草稿')).toBeNull()
    expect(screen.queryByText(/起草$/)).toBeNull()
  })

  it('sends what was changed in fen and grams, with the revision that was read', async () => {
    const sent = serve((_, init) =>
      init?.method === 'PUT' ? answer({ ...draft, row: { ...row, revision: 5 } }) : undefined,
    )
    open(3)
    await write('跨省 首重价（元）', '15.5')
    await write('跨省 首重（kg）', '0.5')
    expect(screen.getByText('有没保存的改动')).toBeInTheDocument()
    expect(await screen.findByText('标准快递 · 跨省 · 首重价：14.00 元 → 15.50 元')).toBeInTheDocument()
    await user.click(screen.getByText('保存草稿'))
    await vi.waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]).toMatchObject({
      method: 'PUT',
      path: '/tariffs/3',
      body: { revision: 4, note: '旺季涨价' },
    })
    const saved = sent[0]?.body.body as TariffVersion['body'] | undefined
    expect(saved?.products[0]?.rates[1]).toEqual({
      ...standard.rates[1],
      firstGrams: 500,
      firstFen: 1_550,
    })
    expect(saved?.products[0]?.rates[0]).toEqual(standard.rates[0])
  })

  it('asks before something typed is lost with the version', async () => {
    serve()
    open(3)
    await write('跨省 首重价（元）', '20')
    await user.click(screen.getByText('今年的价'))
    await user.click(within(await screen.findByRole('dialog')).getByText('接着改'))
    expect(screen.getByLabelText('跨省 首重价（元）')).toHaveValue('20.00')
    await user.click(screen.getByText('今年的价'))
    await user.click(await screen.findByText(/^不\s*要\s*了$/))
    expect(await screen.findByRole('heading', { name: '第 2 版' })).toBeInTheDocument()
  })

  it('keeps what was typed when somebody else was quicker, and offers to read again', async () => {
    let quicker = false
    const newest = { row: { ...row, revision: 5 }, body: { ...body, products: [dearer] }, flaws: [] }
    const sent = serve((path, init) => {
      if (init?.method === 'PUT') {
        quicker = true
        return answer({ status: 409, code: 'CHANGED_MEANWHILE' }, 409)
      }
      return quicker && path === '/tariffs/3' ? answer(newest) : undefined
    })
    open(3)
    await write('跨省 首重价（元）', '20')
    await user.click(screen.getByText('保存草稿'))
    expect(await screen.findByText(/您写的还在，但保存不了/)).toBeInTheDocument()
    expect(screen.getByLabelText('跨省 首重价（元）')).toHaveValue('20.00')
    expect(sent).toHaveLength(1)
    await user.click(screen.getByText('看最新的，放弃我写的'))
    expect(await screen.findByDisplayValue('15.00')).toBe(screen.getByLabelText('跨省 首重价（元）'))
    expect(screen.queryByText('有没保存的改动')).toBeNull()
  })

  it('shows flaws at their fields in words, counts them, and does not approve before they are gone', async () => {
    serve((path) =>
      path === '/tariffs/3'
        ? answer({
            ...draft,
            flaws: [
              {
                field: 'products[0].rates[1].firstFen',
                value: 0,
                code: 'OUT_OF_RANGE',
                message: 'Between 1 and 1000000.',
              },
              {
                field: 'products[0].rates[1].bands[0].fromGrams',
                value: 2_000,
                code: 'GAP',
                message: 'The first band begins where the first weight ends: 1000.',
              },
            ],
          })
        : undefined,
    )
    open(3)
    expect(
      await screen.findByText('标准快递 · 跨省 · 首重价（元）: 要在 0.01 元 到 10,000.00 元 之间。'),
    ).toBeInTheDocument()
    expect(screen.getByText(/还有 2 处要改/)).toBeInTheDocument()
    const field = screen.getByLabelText('跨省 首重价（元）').closest('td')
    expect(
      within(field ?? document.body).getByText('要在 0.01 元 到 10,000.00 元 之间。'),
    ).toBeInTheDocument()
    const band = screen.getByLabelText('跨省 起点（kg）').closest('td')
    expect(
      within(band ?? document.body).getByText('第一档要从首重结束的地方开始：1 kg。'),
    ).toBeInTheDocument()
    expect(screen.getByText(/^批\s*准$/).closest('button')).toBeDisabled()
    expect(screen.getByText('把要改的地方改好，才能批准。')).toBeInTheDocument()
    // What was typed since is judged when it is saved.
    await write('跨省 首重价（元）', '3')
    expect(screen.getByText(/还有 1 处要改/)).toBeInTheDocument()
  })

  it('is approved by a second person, from a time that can be chosen', async () => {
    const sent = serve()
    open(3)
    await user.click(await screen.findByText(/^批\s*准$/))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByText(/^批\s*准$/))
    await vi.waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]).toEqual({
      method: 'POST',
      path: '/tariffs/3/approve',
      body: { revision: 4, from: null },
    })
    await user.click(await screen.findByText(/^批\s*准$/))
    await user.click(screen.getByText('从这个时间起'))
    await user.click(within(screen.getByRole('dialog')).getByText(/^批\s*准$/))
    await vi.waitFor(() => expect(sent).toHaveLength(2))
    // The beginning of a day in China.
    expect(sent[1]?.body.from).toMatch(/T16:00:00\.000Z$/)
  })

  it('does not offer approval to who wrote in it', async () => {
    serve((path) => (path === '/tariffs/3' ? answer({ ...draft, row: { ...row, mine: true } }) : undefined))
    open(3)
    expect(await screen.findByText('您写过这一版，要由另一个人批准。')).toBeInTheDocument()
    expect(screen.queryByText(/^批\s*准$/)).toBeNull()
    expect(screen.getByText(/^作\s*废$/)).toBeInTheDocument()
  })

  it('begins a draft from the version that is open, with a note', async () => {
    const sent = serve()
    open(2)
    await user.click(await screen.findByText('照第 2 版起草'))
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByLabelText('这一版打算改什么'), '降价')
    await user.click(within(dialog).getByText('照第 2 版起草', { selector: 'button *' }))
    await vi.waitFor(() =>
      expect(sent).toEqual([{ method: 'POST', path: '/tariffs', body: { from: 2, note: '降价' } }]),
    )
  })
})
