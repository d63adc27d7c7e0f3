import { beforeEach, expect, test, vi } from 'vitest'
import type { ClientFrame, Item } from '../src/frames'
import type { LinkEvents, Opener } from '../src/links'
import { ChatWidget } from '../src/widget/widget'

if (!customElements.get('waypost-chat')) customElements.define('waypost-chat', ChatWidget)

const HEAD = { conv: 'c', last: 0, readByCustomer: 0, readByAgent: 0, state: 'OPEN', version: 1, title: '' }
const requests: { path: string; body: unknown }[] = []

beforeEach(() => {
  localStorage.clear()
  document.body.replaceChildren()
  requests.length = 0
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    requests.push({ path, body: JSON.parse(String(init.body)) })
    const visit = {
      token: 'tok',
      until: '2999-01-01T00:00:00Z',
      socket: 'ws://edge/chat/v1',
      name: '访客',
      welcome: '您好',
      open: false,
      hours: '9:00–18:00',
    }
    return new Response(JSON.stringify(visit))
  })
})

function item(seq: number, text: string, more: Partial<Item> = {}): Item {
  return { seq, author: 'AGENT', name: '小李', kind: 'TEXT', text, at: '', ...more }
}

function mount(lang = '') {
  const sent: ClientFrame[] = []
  let events: LinkEvents | undefined
  const opener: Opener = (_, told) => {
    events = told
    return { send: (frame) => sent.push(frame), close: () => {} }
  }
  const chat = document.createElement('waypost-chat') as ChatWidget
  chat.openers = [opener]
  chat.setAttribute('site', 'KEY')
  if (lang) chat.setAttribute('lang', lang)
  document.body.append(chat)
  const root = chat.shadowRoot
  if (!root) throw new Error('There is no shadow.')
  const find = <T extends HTMLElement>(selector: string) => {
    const found = root.querySelector<T>(selector)
    if (!found) throw new Error(`There is no ${selector}.`)
    return found
  }
  const tell = () => {
    if (!events) throw new Error('Nobody opened.')
    return events
  }
  const welcome = async () => {
    find('.bubble').click()
    await vi.waitFor(() => tell())
    const you = { side: 'CUSTOMER' as const, id: 'u', name: '访客', until: '2999-01-01T00:00:00Z' }
    tell().frame({ t: 'welcome', hb: 25, you, heads: [HEAD] })
  }
  return { root, sent, find, tell, welcome }
}

function press(on: HTMLElement, key: string, shiftKey = false) {
  on.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }))
}

test('a visitor says something, sees how far it came, and is told of answers', async () => {
  const { find, welcome, sent, tell, root } = mount()
  await welcome()
  expect(requests[0]).toEqual({ path: '/api/v1/public/chat/visitors', body: { site: 'KEY', visitor: null } })
  expect(find('.log').textContent).toContain('您好')
  expect(find('.log').textContent).toContain('非服务时间')
  const box = find<HTMLTextAreaElement>('textarea')
  box.value = '我的件到哪了'
  press(box, 'Enter')
  expect(find('.log').textContent).toContain('待发送')
  const post = sent.find((frame) => frame.t === 'post')
  if (post?.t !== 'post') throw new Error('Nothing was posted.')
  const own = item(1, post.text, { author: 'CUSTOMER', cid: post.cid })
  tell().frame({ t: 'items', conv: 'c', items: [own] })
  expect(root.querySelectorAll('.own').length).toBe(1)
  expect(find('.own .mark').textContent).toBe('已送达')
  tell().frame({ t: 'head', ...HEAD, last: 1, readByAgent: 1 })
  expect(find('.own .mark').textContent).toBe('已读')
  press(box, 'Escape')
  expect(root.activeElement).toBe(find('.bubble'))
  tell().frame({ t: 'items', conv: 'c', items: [item(2, '在路上')] })
  expect(find('.count').textContent).toBe('1')
  expect(find('.bubble').getAttribute('aria-label')).toContain('1 条未读消息')
  find('.bubble').click()
  expect(find('.count').hidden).toBe(true)
  expect(sent).toContainEqual({ t: 'read', conv: 'c', seq: 2 })
})

test('what is said before the visit is answered is said then, once', async () => {
  const { find, tell, sent } = mount()
  find('.bubble').click()
  const box = find<HTMLTextAreaElement>('textarea')
  box.value = '半夜了，有人吗'
  press(box, 'Enter')
  press(box, 'Enter')
  expect(box.value).toBe('半夜了，有人吗')
  await vi.waitFor(() => expect(box.value).toBe(''))
  expect(find('.log').textContent).toContain('待发送')
  const you = { side: 'CUSTOMER' as const, id: 'u', name: '访客', until: '2999-01-01T00:00:00Z' }
  tell().frame({ t: 'welcome', hb: 25, you, heads: [HEAD] })
  expect(sent.filter((frame) => frame.t === 'post')).toHaveLength(1)
})

test('who waits is told their place, and no longer once somebody has them', async () => {
  const { welcome, tell, find } = mount()
  await welcome()
  const waiting = { t: 'head' as const, ...HEAD, version: 5, state: 'WAITING' }
  tell().frame({ ...waiting, title: '您前面还有 3 位。' })
  expect(find('.state').textContent).toBe('您前面还有 3 位。')
  tell().frame({ ...waiting, title: '您是下一位。' })
  expect(find('.state').textContent).toBe('您是下一位。')
  tell().frame({ ...waiting, version: 6, state: 'TALKING', title: '' })
  expect(find('.state').hidden).toBe(true)
})

test('what people write stays text', async () => {
  const { welcome, tell, root } = mount()
  await welcome()
  const evil = '<img src=x onerror=alert(1)><script>1</script>'
  tell().frame({
    t: 'items',
    conv: 'c',
    items: [item(1, evil, { name: evil }), item(2, evil, { kind: 'EVENT' })],
  })
  expect(root.querySelector('img, script')).toBeNull()
  expect(root.querySelectorAll('.text')[0]?.textContent).toBe(evil)
})

test('says that messages wait while there is no network', async () => {
  const { welcome, tell, find } = mount()
  await welcome()
  expect(find('.state').hidden).toBe(true)
  tell().gone(true, 1006)
  expect(find('.state').textContent).toContain('自动发送')
})

test('the keyboard stays in the dialog', async () => {
  const { welcome, root, find } = mount('en')
  await welcome()
  expect(find('.panel').getAttribute('role')).toBe('dialog')
  const send = find('form button[type=submit]')
  send.focus()
  press(send, 'Tab')
  expect(root.activeElement).toBe(find('header button'))
  press(find('header button'), 'Tab', true)
  expect(root.activeElement).toBe(send)
  expect(send.textContent).toBe('Send')
})

test('asks for a score once, over REST', async () => {
  const { welcome, tell, find } = mount()
  await welcome()
  const ask = item(1, '{"ask":"csat"}', { kind: 'EVENT', author: 'SYSTEM' })
  tell().frame({ t: 'items', conv: 'c', items: [ask] })
  find<HTMLInputElement>('input[value="4"]').checked = true
  find('.ask button').click()
  await vi.waitFor(() => expect(find('.ask').textContent).toContain('谢谢'))
  expect(requests.at(-1)).toEqual({
    path: '/api/v1/public/chat/satisfaction',
    body: { conversation: 'c', score: 4, comment: '' },
  })
  expect(localStorage.getItem('waypost-chat-KEY-rated')).toBe('c')
})
