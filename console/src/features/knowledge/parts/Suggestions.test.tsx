import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { App } from 'antd'
import { handleKey } from '../../../shared/keyboard'
import { answer, renderPage } from '../../../test/render'
import { hit } from '../testing'
import Suggestions from './Suggestions'

function show(question: string | null, open = true, failing = false) {
  const asked: unknown[] = []
  const said: unknown[] = []
  const inserted: string[] = []
  const taken = new Set<string>()
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string, init?: RequestInit) => {
      const body: unknown = JSON.parse(String(init?.body ?? 'null'))
      if (url.endsWith('/knowledge/questions')) {
        said.push(body)
        return new Response(null, { status: 204 })
      }
      asked.push(body)
      if (failing) return answer({ code: 'INTERNAL' }, 500)
      return answer(
        [
          hit(),
          hit({ article: 'a2', title: '拦截退回收费与条件', text: '可以拦截。', standard: true }),
          hit({ article: 'a3', title: '什么情况马上交主管', text: '内部的话', audience: 'AGENTS' }),
        ].filter((one) => !taken.has(one.article)),
      )
    }),
  )
  const page = renderPage(
    <App>
      <Suggestions
        question={question}
        conversation="c1"
        channel="CHAT"
        open={open}
        onInsert={(text) => inserted.push(text)}
      />
    </App>,
  )
  return { ...page, asked, said, inserted, taken }
}

const press = (key: string) =>
  act(() => {
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key, altKey: true, bubbles: true, cancelable: true }),
    )
  })

describe('suggested replies', () => {
  beforeEach(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: jsdom has no cookieStore
    document.cookie = 'XSRF-TOKEN=t'
    document.addEventListener('keydown', handleKey)
  })
  afterEach(() => {
    document.removeEventListener('keydown', handleKey)
    vi.unstubAllGlobals()
  })

  it('follow the customer’s last words, with source and date, and go into the message by one key', async () => {
    const { asked, inserted } = show('我要改地址')
    expect(await screen.findByText('改址服务收费')).toBeInTheDocument()
    expect(screen.getAllByText(/依据：民法典第八百二十九条 · 2021-01-01/)[0]).toBeInTheDocument()
    expect(asked[0]).toEqual({
      question: '我要改地址',
      conversation: 'c1',
      channel: 'CHAT',
      customers: false,
      most: 3,
    })
    press('2')
    await waitFor(() => expect(inserted).toEqual(['可以拦截。']))
  })

  it('do not put in what was taken out while it stood there', async () => {
    const { inserted, taken } = show('我要改地址')
    await screen.findByText('拦截退回收费与条件')
    taken.add('a2')
    press('2')
    expect(await screen.findByText(/刚下线或改过/)).toBeInTheDocument()
    await waitFor(() => expect(screen.queryByText('拦截退回收费与条件')).not.toBeInTheDocument())
    expect(inserted).toEqual([])
  })

  it('say that they cannot be read, and are asked for again', async () => {
    const { asked } = show('我要改地址', true, true)
    expect(await screen.findByRole('alert')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: '再试一次' }))
    await waitFor(() => expect(asked).toHaveLength(2))
  })

  it('are looked up again each minute', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    try {
      const { taken } = show('我要改地址')
      await screen.findByText('拦截退回收费与条件')
      taken.add('a2')
      await act(() => vi.advanceTimersByTimeAsync(61_000))
      await waitFor(() => expect(screen.queryByText('拦截退回收费与条件')).not.toBeInTheDocument())
    } finally {
      vi.useRealTimers()
    }
  })

  it('never put what is for agents alone into a message', async () => {
    const { inserted } = show('我要曝光你们')
    expect(await screen.findByText('仅供坐席，不要原样发给客户')).toBeInTheDocument()
    press('3')
    expect(inserted).toEqual([])
    expect(screen.getAllByRole('button', { name: /^填入/ })).toHaveLength(2)
  })

  it('are found in other words', async () => {
    const { asked } = show('在吗')
    await userEvent.type(await screen.findByLabelText('换个说法搜知识库'), '拦截')
    await waitFor(() => expect(asked.at(-1)).toMatchObject({ question: '拦截' }))
  })

  it('are said to be of no use once for the same words', async () => {
    const { said } = show('无人机送不送')
    await screen.findByText('改址服务收费')
    await userEvent.click(screen.getByRole('button', { name: '都没用' }))
    await waitFor(() =>
      expect(said).toEqual([{ question: '无人机送不送', conversation: 'c1', article: 'a1' }]),
    )
    expect(screen.getByRole('button', { name: '都没用' })).toBeDisabled()
  })

  it('ask nothing while they are closed or nobody has said anything', async () => {
    const closed = show('我要改地址', false)
    await userEvent.click(screen.getByRole('button', { name: '展开' }))
    expect(await screen.findByText('改址服务收费')).toBeInTheDocument()
    expect(closed.asked).toHaveLength(1)
    closed.unmount()
    const { asked } = show(null)
    expect(screen.getByText('客户说话后，这里会推荐回答')).toBeInTheDocument()
    expect(asked).toEqual([])
  })
})
