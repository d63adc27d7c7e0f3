import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { answer, renderPage, someone } from '../../test/render'
import DevicesPage from './DevicesPage'
import FreshnessPage from './FreshnessPage'
import { devicesPath, progressOf } from './model'

const hub = { code: 'H4401', name: '广州转运中心', kind: 'HUB' }
const lag = {
  scans: 1240,
  meanSeconds: 1500,
  p50Seconds: 10,
  p95Seconds: 7200,
  shareUnder5Minutes: 0.7,
  lastArrivedAt: '2026-11-22T01:00:00Z',
}
const slow = {
  code: 'H4401-D7',
  unit: hub,
  model: 'WP-C20',
  firmware: '2.1.7',
  inService: '2018-03-01',
  state: 'IN_USE',
  owner: hub,
  version: 1,
  lag,
  slow: {
    since: '2026-11-21T01:00:00Z',
    scans: 1240,
    late: 372,
    lateShare: 0.3,
    lateAtLeast: 0.27,
    usualHere: 0.004,
    usual: 0.005,
  },
  plan: null,
}
const unknown = {
  ...slow,
  code: 'H4401-D8',
  model: null,
  firmware: null,
  inService: null,
  state: null,
  owner: null,
  version: null,
  slow: null,
}
const group = {
  key: 'HQ',
  unit: { code: 'HQ', name: '驿路总部', kind: 'HEADQUARTERS' },
  devices: 80,
  slow: 3,
  unregistered: 2,
  planned: 1,
  late: 1,
  needPlan: 2,
  done: 5,
  lag,
}
const board = {
  unit: group.unit,
  at: '2026-11-22T01:00:00Z',
  total: group,
  regions: [{ ...group, key: 'R05', unit: { code: 'R05', name: '华南大区', kind: 'REGION' } }],
  hubs: [{ ...group, key: 'H4401', unit: hub, planned: 0, needPlan: 0 }],
  outlets: [],
  models: [{ ...group, key: '', unit: null }],
}

function serve(items: unknown[] = [slow, unknown]) {
  const sent: { method: string; path: string; body: unknown }[] = []
  const asked: string[] = []
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string, init?: RequestInit) => {
      const path = url.replace('/api/v1', '').split('?')[0] ?? ''
      const method = init?.method ?? 'GET'
      if (method !== 'GET') sent.push({ method, path, body: JSON.parse(String(init?.body)) })
      else asked.push(url)
      if (path === '/devices/board') return answer(board)
      if (path === '/boards/freshness') return answer({ items: [] })
      if (path === '/devices') return answer({ items, nextCursor: null, total: items.length })
      if (path === '/people')
        return answer({
          items: [{ id: 'p1', name: '王主管', active: true, unit: hub }],
          nextCursor: null,
          total: 1,
        })
      if (path === '/devices/H4401-D7') return answer({ ...slow, plans: [] })
      return answer({ id: 'x' })
    }),
  )
  return { sent, asked }
}

describe('scanners', () => {
  it('says in words why a scanner is slow, and lets it be put on a plan', async () => {
    const { sent } = serve()
    renderPage(
      <DevicesPage />,
      '/boards/devices?open=H4401-D7',
      someone('devices.read', 'devices.write', 'people.read'),
    )
    const why = await screen.findByRole('region', { name: '为什么说它慢？' })
    expect(why).toHaveTextContent(
      '三天 1,240 次扫描里有 372 次（30%）超过 5 分钟才传到；同单位别的巴枪一般 0.4%，全网一般 0.5%。',
    )
    await userEvent.click(await screen.findByRole('button', { name: '安排整改' }))
    await screen.findByText('H4401-D7 的整改')
    await userEvent.click(screen.getByRole('radio', { name: '维修' }))
    await userEvent.click(screen.getByRole('button', { name: /保\s*存/ }))
    expect(await screen.findAllByText('必填')).toHaveLength(2)
    expect(sent).toEqual([])
  })

  it('asks the server for what the chip says, and keeps it in the address', async () => {
    const { asked } = serve([])
    renderPage(<DevicesPage />, '/boards/devices?unit=H4401&show=LATE', someone('devices.read'))
    expect(await screen.findByText('没有这样的巴枪')).toBeInTheDocument()
    expect(asked.some((url) => url.includes('plan=LATE') && url.includes('unit=H4401'))).toBe(true)
    await userEvent.click(screen.getByRole('button', { name: '未登记' }))
    await vi.waitFor(() => expect(asked.some((url) => url.includes('registered=false'))).toBe(true))
    expect(screen.queryByRole('button', { name: /登记巴枪/ })).toBeNull()
  })

  it('shows the board with every number leading to its list', async () => {
    serve()
    renderPage(<FreshnessPage />, '/boards/freshness', someone('board.read', 'devices.read'))
    const numbers = await screen.findByRole('region', { name: '数据传得及时吗？' })
    expect(within(numbers).getByRole('link', { name: /慢巴枪/ })).toHaveAttribute(
      'href',
      '/boards/devices?unit=HQ&show=slow',
    )
    expect(within(numbers).getByRole('link', { name: /整改进度/ })).toHaveTextContent(
      '62.5%完成 5，进行中 1（逾期 1），未安排 2',
    )
    const regions = screen.getByRole('region', { name: '哪个大区传得慢，整改到哪一步了？' })
    expect(within(regions).getByRole('link', { name: '华南大区' })).toHaveAttribute(
      'href',
      '/boards/freshness?unit=R05',
    )
    expect(within(regions).getByTitle('看华南大区正在整改的巴枪')).toHaveTextContent('5 / 8')
  })

  it('makes addresses and progress', () => {
    expect(devicesPath({ unit: 'R05', model: '' })).toBe('/boards/devices?unit=R05&show=unregistered')
    expect(devicesPath({ model: 'A B', show: 'slow' })).toBe('/boards/devices?model=A+B&show=slow')
    expect(progressOf({ ...group, done: 0, planned: 0, needPlan: 0 } as never)).toBeNull()
    expect(progressOf(group as never)).toEqual({ done: 5, all: 8 })
  })
})
