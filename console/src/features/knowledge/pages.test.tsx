import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { App } from 'antd'
import { Route, Routes } from 'react-router'
import type { Permission } from '../../api/permissions'
import type { Article } from '../../api/types'
import { answer, renderPage, someone } from '../../test/render'
import ArticlePage from './ArticlePage'
import KnowledgePage from './KnowledgePage'
import QuestionsPage from './QuestionsPage'
import { article, BODY, hit, ROW, version } from './testing'
import { stateOf } from './words'

const group = {
  counted: {
    id: 'g1',
    question: '无人机送不送',
    state: 'OPEN',
    lastAt: '2026-11-29T01:00:00Z',
    article: null,
    reason: '',
    by: null,
    endedAt: null,
    count: 3,
    noAnswer: 2,
    notHelpful: 1,
    said: ['能用无人机送吗'],
  },
  nearest: hit(),
}

function serve(given: Article | (() => Article), changed?: Article) {
  const one = () => (typeof given === 'function' ? given() : given)
  const sent: { path: string; method: string; body: unknown }[] = []
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string, init?: RequestInit) => {
      const [path = '', query = ''] = url.replace('/api/v1', '').split('?')
      const method = init?.method ?? 'GET'
      if (path === '/knowledge/search') return answer([hit({ standard: true })])
      if (method !== 'GET') {
        sent.push({ path, method, body: init?.body == null ? null : JSON.parse(String(init.body)) })
        return path.startsWith('/knowledge/questions')
          ? new Response(null, { status: 204 })
          : answer(changed ?? one())
      }
      sent.push({ path, method, body: query })
      if (path === '/knowledge/articles')
        return answer({
          page: query.includes('cursor')
            ? { items: [{ ...ROW, id: 'a2', title: '第二页的条目' }], nextCursor: null, total: 2 }
            : { items: [ROW], nextCursor: query.includes('which=OUT') ? 'c2' : null, total: 1 },
          counts: { inForce: 108, ending: 2, drafts: 1, submitted: 1 },
        })
      if (path === '/knowledge/questions') return answer({ items: [group], nextCursor: null, total: 1 })
      if (path.endsWith('/versions/1')) return answer(version({ inForce: true }))
      return answer(one())
    }),
  )
  return sent
}

function show(at: string, ...permissions: Permission[]) {
  return renderPage(
    <App>
      <Routes>
        <Route path="/knowledge" element={<KnowledgePage />} />
        <Route path="/knowledge/questions" element={<QuestionsPage />} />
        <Route path="/knowledge/:id" element={<ArticlePage />} />
      </Routes>
    </App>,
    at,
    someone('knowledge.view', ...permissions),
  )
}

/** By its words: looking through all roles of a page takes seconds on a busy machine. */
function button(words: string, within: HTMLElement = document.body): HTMLElement {
  const found = [...within.querySelectorAll('button')].find((one) => one.textContent?.trim() === words)
  if (found === undefined) throw new Error(`There is no button ${words}`)
  return found
}
const press = (words: string, within?: HTMLElement) => fireEvent.click(button(words, within))
const write = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } })
const dialog = async () =>
  (await waitFor(() => {
    const found = document.querySelector<HTMLElement>('.ant-modal')
    expect(found).not.toBeNull()
    return found
  })) as HTMLElement

const changes = (sent: ReturnType<typeof serve>) => sent.filter((one) => one.method !== 'GET')

describe('the knowledge base', () => {
  beforeEach(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: jsdom has no cookieStore
    document.cookie = 'XSRF-TOKEN=t'
    window.innerWidth = 1440
  })
  afterEach(() => vi.unstubAllGlobals())

  it('counts what there is, and answers what was typed, with the source and its date', async () => {
    const sent = serve(article())
    show('/knowledge', 'knowledge.edit')
    expect(await screen.findByText('即将到期 2')).toBeInTheDocument()
    expect(stateOf(ROW)).toEqual([
      { words: '在用 v1', meaning: 'good' },
      { words: '待复核', meaning: 'watch' },
    ])
    write(screen.getByPlaceholderText(/搜标题/), '改地址要钱吗')
    const near = await screen.findByLabelText('最接近的答案', { selector: 'ul' })
    expect(await within(near).findByText(/民法典第八百二十九条 · 2021-01-01/)).toBeInTheDocument()
    expect(within(near).getByText('统一话术')).toBeInTheDocument()
    press('待复核 1')
    await waitFor(() => expect(sent.some((one) => String(one.body).includes('which=SUBMITTED'))).toBe(true))
  })

  it('lists on where a page ends', async () => {
    const sent = serve(article())
    show('/knowledge?which=OUT', 'knowledge.edit')
    await waitFor(() => expect(sent.some((one) => String(one.body).includes('cursor=c2'))).toBe(true))
  })

  it('shows agents no states and nothing to write with', async () => {
    serve(article())
    show('/knowledge')
    expect(await screen.findByText('共 1 条')).toBeInTheDocument()
    expect(screen.queryByText('写条目')).not.toBeInTheDocument()
    expect(screen.queryByText('待复核')).not.toBeInTheDocument()
  })

  it('saves a draft with one similar question a line, and submits nothing that is not saved', async () => {
    const draft = article({ making: version({ version: 2, state: 'DRAFT', mine: true }) })
    const sent = serve(draft)
    show('/knowledge/a1', 'knowledge.edit')
    const similar = await screen.findByLabelText('相似问')
    expect(button('提交复核')).toBeEnabled()
    write(similar, '改地址要钱吗\n能改址不\n')
    expect(screen.getByText('未保存')).toBeInTheDocument()
    expect(button('提交复核')).toBeDisabled()
    press('保存草稿')
    await waitFor(() => expect(changes(sent)).toHaveLength(1))
    expect(changes(sent)[0]).toMatchObject({
      path: '/knowledge/articles/a1/versions/2',
      method: 'PUT',
      body: { revision: 3, body: { similar: ['改地址要钱吗', '能改址不'] } },
    })
  })

  it('never saves over what a colleague has saved since it was read', async () => {
    const read = article({ making: version({ version: 2, state: 'DRAFT', mine: true }) })
    const since = (text: string, revision: number) =>
      article({
        making: version({ version: 2, state: 'DRAFT', mine: true, revision }, { ...BODY, text }),
      })
    const shown = { now: read }
    const sent = serve(() => shown.now)
    const { client } = show('/knowledge/a1', 'knowledge.edit')
    const lookAgain = () => act(() => client.invalidateQueries({ queryKey: ['knowledge'] }))
    const text = await screen.findByLabelText('回答（给客户看的中文）')

    shown.now = since('同事写的', 4)
    await lookAgain()
    await waitFor(() => expect(text).toHaveValue('同事写的'))
    expect(screen.queryByText('未保存')).not.toBeInTheDocument()

    write(text, '我写的')
    shown.now = since('同事又写了', 5)
    await lookAgain()
    expect(await screen.findByText(/同事刚保存过这份草稿/)).toBeInTheDocument()
    expect(text).toHaveValue('我写的')
    expect(button('保存草稿')).toBeDisabled()
    press('读入同事改过的')
    expect(text).toHaveValue('同事又写了')
    write(text, '一起写的')
    press('保存草稿')
    await waitFor(() => expect(changes(sent)).toHaveLength(1))
    expect(changes(sent)[0]).toMatchObject({ body: { revision: 5, body: { text: '一起写的' } } })
  })

  it('names what has to be put right and does not submit it', async () => {
    const making = version({ version: 1, state: 'DRAFT', mine: true })
    serve(article({ making: { ...making, flaws: [{ field: 'source', value: '', reason: 'MISSING' }] } }))
    show('/knowledge/a1', 'knowledge.edit')
    expect(await screen.findByText('依据: 没有填')).toBeInTheDocument()
    expect(button('提交复核')).toBeDisabled()
  })

  it('lets a second person publish, and not who wrote in it', async () => {
    const submitted = (mine: boolean) =>
      article({
        making: version({ version: 2, state: 'SUBMITTED', mine }),
        inForce: version({ inForce: true }),
      })
    const sent = serve(submitted(false), article({ inForce: version({ version: 2, inForce: true }) }))
    const page = show('/knowledge/a1', 'knowledge.approve')
    await screen.findByText('退回修改')
    press('复核通过，发布')
    press('复核通过，发布', await dialog())
    await waitFor(() =>
      expect(changes(sent)).toEqual([
        { path: '/knowledge/articles/a1/versions/2/approve', method: 'POST', body: { revision: 3 } },
      ]),
    )
    page.unmount()
    serve(submitted(true))
    show('/knowledge/a1', 'knowledge.approve')
    expect(await screen.findByText(/请另一位同事复核/)).toBeInTheDocument()
    expect(button('复核通过，发布')).toBeDisabled()
  })

  it('tells who reviews when a version begins, before and while it is approved', async () => {
    const waiting = (from: string | null) =>
      article({
        making: version({ version: 2, state: 'SUBMITTED', from }),
        inForce: version({ inForce: true }),
      })
    serve(waiting('2099-03-01T01:30:00Z'))
    const page = show('/knowledge/a1', 'knowledge.approve')
    expect(await screen.findByText(/3月1日 09:30起生效/)).toBeInTheDocument()
    press('复核通过，发布')
    expect(await within(await dialog()).findByText(/3月1日 09:30起客户和坐席才能搜到/)).toBeInTheDocument()
    page.unmount()
    serve(waiting(null))
    show('/knowledge/a1', 'knowledge.approve')
    expect(await screen.findByText(/复核通过后立即生效/)).toBeInTheDocument()
  })

  it('says where a version or the nearest answers cannot be read, and offers to try again', async () => {
    serve(
      article({ making: version({ version: 2, state: 'SUBMITTED' }), inForce: version({ inForce: true }) }),
    )
    const fetched = globalThis.fetch
    vi.stubGlobal('fetch', async (url: string, init?: RequestInit) =>
      /versions\/1$|search$/.test(url) ? answer({ code: 'INTERNAL' }, 500) : fetched(url, init),
    )
    const page = show('/knowledge/a1', 'knowledge.edit')
    expect(await screen.findByRole('alert')).toBeInTheDocument()
    expect(button('再试一次')).toBeEnabled()
    page.unmount()
    show('/knowledge?words=改地址')
    expect(await screen.findByRole('alert')).toBeInTheDocument()
  })

  it('compares what waits for review with what is in force, letter by letter', async () => {
    const body = { ...BODY, text: '交付前都能改，费用看页面。' }
    serve(
      article({
        making: version({ version: 2, state: 'SUBMITTED' }, body),
        inForce: version({ inForce: true }),
      }),
    )
    show('/knowledge/a1', 'knowledge.edit')
    const compared = await screen.findByLabelText('与第 1 版对比')
    expect(within(compared).getByText('看')).toBeInTheDocument()
    expect(compared.querySelector('del')?.textContent).toBe('以')
  })

  it('begins an article with the question that nothing answers', async () => {
    const sent = serve(article())
    show('/knowledge/questions', 'knowledge.edit')
    expect(await screen.findByText('问过 3 次')).toBeInTheDocument()
    expect(screen.getByText('能用无人机送吗')).toBeInTheDocument()
    press('写条目')
    expect(await screen.findByLabelText('相似问')).toHaveValue('无人机送不送')
    press('保存草稿')
    await waitFor(() => expect(changes(sent)).toHaveLength(1))
    expect(changes(sent)[0]).toMatchObject({
      path: '/knowledge/articles',
      body: { group: 'g1', unit: null, body: { similar: ['无人机送不送'] } },
    })
  })

  it('adds questions to the nearest article, or leaves them out with a reason', async () => {
    const sent = serve(article({ making: version({ state: 'DRAFT' }) }))
    show('/knowledge/questions', 'knowledge.edit')
    await screen.findByText('问过 3 次')
    press('不处理', screen.getByLabelText('未解答问题', { selector: 'ul' }))
    const asked = await dialog()
    write(within(asked).getByLabelText('说明原因'), '闲聊')
    press('不处理', asked)
    await waitFor(() =>
      expect(changes(sent)).toEqual([
        { path: '/knowledge/questions/g1/leave', method: 'POST', body: { reason: '闲聊' } },
      ]),
    )
    press('加到“改址服务收费”')
    await waitFor(() =>
      expect(changes(sent)[1]).toEqual({
        path: '/knowledge/questions/g1/article',
        method: 'POST',
        body: { article: 'a1' },
      }),
    )
  })
})
