import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Quoted } from '../../../api/types'
import { answer } from '../../../test/render'
import TrackPage from '../TrackPage'
import { readPlaces } from './places'

const user = userEvent.setup({ delay: null })

const quoted: Quoted = {
  version: 2,
  from: '广东省广州市天河区',
  to: '北京市',
  zone: '跨省',
  closed: null,
  grams: 2_500,
  offers: [
    {
      product: 'STANDARD',
      name: '标准快递',
      totalFen: 2_600,
      lines: [
        { kind: 'FIRST', name: '', fen: 1_400 },
        { kind: 'FURTHER', name: '', fen: 1_200 },
      ],
      countedGrams: 2_500,
      volumetricGrams: 0,
      promisedBy: '2026-12-03T12:00:00Z',
      remedy: 'NONE',
      why: null,
    },
  ],
  history: { from: '', to: 'FAR', parcels: 1_280, halfHours: 42, mostHours: 60 },
  service: {
    division: '110100',
    name: '北京市',
    reach: 'DOOR',
    reason: null,
    here: true,
    count: 0,
    outlets: [],
  },
  wanted: [{ code: 'CARTON', name: '纸箱', fen: 300 }],
  advice: { rule: 'GLASS', goods: '玻璃', packaging: '每件裹气泡膜。', insure: true, product: 'STANDARD' },
}

function serve(response: () => Response) {
  const bodies: Record<string, unknown>[] = []
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string, init?: RequestInit) => {
      if (!url.endsWith('/public/quotes')) {
        return answer({ hotline: '95554', now: '2026-11-30T02:00:00Z', speed: 1 })
      }
      bodies.push(JSON.parse(String(init?.body)))
      return response()
    }),
  )
  return bodies
}

async function choose(end: string, ...names: string[]) {
  const levels = ['省', '市', '区县']
  for (const [level, name] of names.entries()) {
    const list = await screen.findByLabelText(`${end} ${levels[level]}`)
    await user.selectOptions(list, await within(list).findByText(name))
  }
}

async function fill() {
  await choose('从哪里寄', '广东省', '广州市', '天河区')
  // 北京市 has one city, itself, which need not be chosen.
  await choose('寄到哪里', '北京市')
}

describe('prices for anybody', () => {
  beforeEach(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: jsdom has no cookieStore
    document.cookie = 'XSRF-TOKEN=t'
    history.replaceState(null, '', '/track')
  })
  afterEach(() => vi.unstubAllGlobals())

  it('is reached from tracking, asks places and weight, and answers in plain words', async () => {
    const bodies = serve(() => answer(quoted))
    render(<TrackPage />)
    await user.click(screen.getByRole('button', { name: '寄快递查价' }))
    expect(location.search).toBe('?sending')
    await fill()
    await user.clear(screen.getByLabelText('重量（公斤）'))
    await user.type(screen.getByLabelText('重量（公斤）'), '2.5{Enter}')
    const card = await screen.findByRole('article', { name: '标准快递' })
    expect(within(card).getByText('合计').nextSibling).toHaveTextContent('26.00 元')
    expect(within(card).getByText('最晚 12月3日 20:00 送到')).toBeVisible()
    expect(screen.getByText('广东省广州市天河区 寄到 北京市')).toHaveFocus()
    expect(bodies[0]).toMatchObject({
      from: '440106',
      to: '110100',
      grams: 2_500,
      lengthMm: null,
      wanted: null,
    })
    expect(screen.getByText('按相近线路最近 1,280 件统计。')).toBeVisible()
    expect(document.body.textContent).not.toMatch(/STANDARD|ECONOMY|CARTON|GLASS|FAR|计费区|110100|第 2 版/)
    await user.click(screen.getByRole('checkbox', { name: '纸箱（3.00 元）' }))
    await vi.waitFor(() => expect(bodies[1]).toMatchObject({ wanted: ['CARTON'] }))
    expect(screen.getByRole('checkbox', { name: '纸箱（3.00 元）' })).toHaveFocus()
    await user.click(screen.getByRole('button', { name: '查快递' }))
    expect(screen.getByRole('heading', { name: '运单号是多少？' })).toBeVisible()
  })

  it('asks for what is missing first, and shows refusals at their fields', async () => {
    history.replaceState(null, '', '/track?sending')
    const bodies = serve(() =>
      answer(
        {
          code: 'INVALID',
          errors: [{ field: 'lengthMm', code: 'MISSING', message: 'All three measures, or none.' }],
        },
        422,
      ),
    )
    render(<TrackPage />)
    await screen.findByText('广东省', { selector: 'fieldset:first-of-type *' })
    await user.click(screen.getByRole('button', { name: '查价' }))
    expect(screen.getAllByText('请选到市。')).toHaveLength(2)
    expect(bodies).toEqual([])
    await fill()
    await user.click(screen.getByRole('button', { name: '查价' }))
    expect(await screen.findByText('长、宽、高要一起填，或者都不填。')).toBeVisible()
  })

  it('sends people to a person while there are no prices', async () => {
    history.replaceState(null, '', '/track?sending')
    serve(() => answer({ status: 409, code: 'NO_TARIFF' }, 409))
    render(<TrackPage />)
    await fill()
    await user.click(screen.getByRole('button', { name: '查价' }))
    expect(await screen.findByText('现在还查不了价，请打客服电话问一下。')).toBeVisible()
    expect(document.body.textContent).not.toMatch(/总部|资费版本/)
  })

  it('puts counties without a city right below their province', () => {
    const places = readPlaces('#\n!\t11\t12\n410000\t河南省\n419000\t省直辖\n419001\t济源市\n410100\t郑州市')
    expect(places[0]?.children?.map(({ label }) => label)).toEqual(['济源市', '郑州市'])
  })
})
