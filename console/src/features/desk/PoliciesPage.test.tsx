import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { answer, renderPage, someone } from '../../test/render'
import PoliciesPage from './PoliciesPage'
import { draft, inForce, list, trial } from './policy/made'

type Answers = (path: string, init?: RequestInit) => Response | undefined

function serve(own: Answers = () => undefined) {
  const sent: { method: string; path: string; body: Record<string, unknown> }[] = []
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string, init?: RequestInit) => {
      const path = url.replace('/api/v1', '').split('?')[0] ?? ''
      if (init?.method !== undefined && init.method !== 'GET') {
        sent.push({ method: init.method, path, body: JSON.parse(String(init.body)) })
      }
      return (
        own(path, init) ??
        answer(path === '/desk/policies' ? list : path === '/desk/policies/2' ? inForce : draft)
      )
    }),
  )
  return sent
}

const writer = someone('desk.work', 'desk.lead', 'desk.policy')

describe('the rules of routing', () => {
  it('shows what is in force, and only reads where one may not write', async () => {
    serve()
    renderPage(<PoliciesPage />, '/desk/policies', someone('desk.work', 'desk.lead'))
    expect(await screen.findByRole('heading', { name: '第 2 版' })).toBeInTheDocument()
    expect(screen.getByText('软件自带')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '起草新版本' })).toBeNull()
    expect(screen.getByLabelText('电话 每个占')).toBeDisabled()
  })

  it('lets a second person put into force what was tried, and says what it would make', async () => {
    const sent = serve()
    renderPage(<PoliciesPage />, '/desk/policies?version=3', writer)
    expect(
      await screen.findByText('有 260 个来访会变得及时，80 个会变得不及时。变好的明显多于变坏的。'),
    ).toBeInTheDocument()
    expect(await screen.findByText('和使用中的版本不同：单位溢出。')).toBeInTheDocument()
    expect(screen.getByText('约 3 分钟（140 人放弃）')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: '投入使用' }))
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '投入使用' }))
    await vi.waitFor(() =>
      expect(sent).toEqual([{ method: 'POST', path: '/desk/policies/3/force', body: { revision: 2 } }]),
    )
  })

  it('does not let whoever wrote it, nor before it was tried as it is written', async () => {
    serve((path) =>
      path === '/desk/policies/3' ? answer({ ...draft, row: { ...draft.row, mine: true } }) : undefined,
    )
    const first = renderPage(<PoliciesPage />, '/desk/policies?version=3', writer)
    expect(await screen.findByText('您写过这一版，要由另一人投入使用。')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '投入使用' })).toBeDisabled()
    first.unmount()
    serve((path) =>
      path === '/desk/policies/3' ? answer({ ...draft, trial: { ...trial, current: false } }) : undefined,
    )
    renderPage(<PoliciesPage />, '/desk/policies?version=3', writer)
    expect(await screen.findByText('试算完现在的写法，才能投入使用。')).toBeInTheDocument()
    expect(screen.getByText('这是改动之前的写法的结果，请重新试算。')).toBeInTheDocument()
  })

  it('names every field that is wrong, and tries a sentence before it is saved', async () => {
    const sent = serve((path, init) => {
      if (init?.method === 'PUT') {
        return answer(
          {
            status: 422,
            code: 'INVALID',
            errors: [
              {
                field: 'rings[1].reach',
                value: 'PARENT',
                code: 'LAST_EVERYWHERE',
                message: 'x',
                pointer: '',
              },
              { field: 'weights.even', value: -1, code: 'OUT_OF_RANGE', message: 'x', pointer: '' },
            ],
          },
          422,
        )
      }
      return path === '/desk/policies/try'
        ? answer({
            version: 3,
            matter: 'DAMAGE',
            matterZh: '破损、短少',
            matterEn: 'Damage',
            word: '碎了',
            language: null,
            letters: 4,
            share: 0,
            needs: [{ skill: 'CLAIM', wanted: 3, least: 1, instead: 'GENERAL', agents: 0, atLeast: 12 }],
          })
        : undefined
    })
    renderPage(<PoliciesPage />, '/desk/policies?version=3', writer)
    await userEvent.click(await screen.findByText('规则'))
    await userEvent.type(screen.getByRole('textbox', { name: '试一句话' }), '杯子碎了')
    await userEvent.click(screen.getByRole('button', { name: '试一试' }))
    expect(await screen.findByText('说到“碎了”，算“破损、短少”。')).toBeInTheDocument()
    expect(screen.getByText('最好有理赔 3 级：0 位坐席有。')).toBeInTheDocument()
    expect(screen.getByText('没有时通用坐席也能接：共 12 位。')).toBeInTheDocument()
    await userEvent.type(screen.getByRole('textbox', { name: '这一版改了什么' }), '！')
    expect(screen.getByText('有没保存的改动')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: '保存草稿' }))
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('扩圈第 2 行 reach: 最后一圈要到全网，免得没有人能接（现在是 PARENT）')
    expect(alert).toHaveTextContent('取舍 even: 超出范围（现在是 -1）')
    expect(sent.map((one) => one.path)).toEqual(['/desk/policies/try', '/desk/policies/3'])
  })

  it('says when there is too little to compare, and what nobody could take', async () => {
    serve((path) =>
      path === '/desk/policies/3'
        ? answer({
            ...draft,
            gaps: [
              { matter: 'DAMAGE', language: null, skill: 'CLAIM', least: 2 },
              { matter: 'GENERAL', language: 'ENGLISH', skill: 'ENGLISH', least: 1 },
              { matter: 'WHERE_IS_IT', language: 'RUSSIAN', skill: 'RUSSIAN', least: 1 },
            ],
            trial: { ...trial, whole: null, channels: [], desks: [], tooLittle: 'NO_CONTACTS' },
          })
        : undefined,
    )
    renderPage(<PoliciesPage />, '/desk/policies?version=3', writer)
    expect(await screen.findByText(/上周没有结束的来访/)).toBeInTheDocument()
    const alert = screen.getByRole('alert')
    expect(alert).toHaveTextContent('“破损、短少”至少要理赔 2 级，没有一位坐席有。')
    expect(alert).toHaveTextContent('英语至少要 1 级，没有一位坐席会。')
    expect(alert).toHaveTextContent('用俄语来的“查件”，没有一位坐席两样都会。')
  })
})
