import { ChatClient, type State } from '../client'
import type { Item } from '../frames'
import type { Opener } from '../links'
import type { Talk } from '../talk'
import { el } from './dom'
import { asks, entry, statusWord, waiting } from './entry'
import { Rest, type Visit } from './rest'
import { style } from './style'
import { type Words, words } from './words'

const LONGEST_TEXT = 4_000
const TYPING_EVERY = 2_000

/** The chat in a page: `<waypost-chat site="KEY" lang="en" base="https://…">`. */
export class ChatWidget extends HTMLElement {
  /** For tests: other ways to the edge. */
  openers: Opener[] | undefined
  private words: Words = words(null)
  private rest = new Rest('')
  private client: ChatClient | undefined
  private beginning: Promise<void> | undefined
  private visit: Visit | undefined
  private readonly rows = new Map<string, HTMLElement>()
  private asked: string | undefined
  private typedAt = 0
  private readonly bubble = el('button', { type: 'button', class: 'bubble' })
  private readonly count = el('span', { class: 'count', hidden: '' })
  private readonly panel = el('div', { class: 'panel', role: 'dialog', 'aria-modal': 'true', hidden: '' })
  private readonly status = el('div', { class: 'state', role: 'status', hidden: '' })
  private readonly log = el('div', { class: 'log', role: 'log', 'aria-live': 'polite', tabindex: '0' })
  private readonly unsent = el('div')
  private readonly typing = el('div', { class: 'typing', 'aria-hidden': 'true' })
  private readonly box = el('textarea', { rows: '1' })
  private readonly ask = el('fieldset', { class: 'ask', hidden: '' })
  private readonly picker = el('input', { type: 'file', hidden: '' })

  connectedCallback() {
    if (this.shadowRoot) return
    this.words = words(this.getAttribute('lang'))
    this.rest = new Rest(this.getAttribute('base') ?? '')
    this.build(this.attachShadow({ mode: 'open' }))
    // Somebody who wrote before is told of answers without opening the panel.
    if (this.kept()) void this.begin()
  }

  disconnectedCallback() {
    this.client?.stop()
  }

  private build(root: ShadowRoot) {
    const { words } = this
    this.lang = this.getAttribute('lang') ?? 'zh-CN'
    this.bubble.append(words.open, this.count)
    this.bubble.onclick = () => this.show(true)
    const close = el('button', { type: 'button' }, words.close)
    close.onclick = () => this.show(false)
    this.panel.setAttribute('aria-label', words.title)
    this.log.setAttribute('aria-label', words.log)
    this.box.setAttribute('aria-label', words.say)
    this.box.placeholder = words.say
    this.box.oninput = () => this.types()
    this.box.onkeydown = (key) => {
      // Enter that ends a word of an input method is not the end of the message.
      if (key.key === 'Enter' && !key.shiftKey && !key.isComposing) {
        key.preventDefault()
        void this.say()
      }
    }
    const attach = el('button', { type: 'button', class: 'attach', 'aria-label': words.attach }, '＋')
    attach.onclick = () => this.picker.click()
    this.picker.onchange = () => void this.upload()
    const form = el('form', {}, attach, this.picker, this.box, el('button', { type: 'submit' }, words.send))
    form.onsubmit = (event) => {
      event.preventDefault()
      void this.say()
    }
    this.log.append(this.unsent)
    const header = el('header', {}, el('h2', {}, words.title), close)
    this.panel.append(header, this.status, this.log, this.typing, this.ask, form)
    this.panel.onkeydown = (key) => this.keys(key)
    root.append(el('style', {}, style), this.bubble, this.panel)
  }

  private show(open: boolean) {
    this.panel.hidden = !open
    this.bubble.hidden = open
    if (open) {
      void this.begin()
      this.box.focus()
      this.log.scrollTop = this.log.scrollHeight
      this.refresh()
    } else {
      this.bubble.focus()
    }
  }

  /** Escape closes; Tab stays inside. */
  private keys(key: KeyboardEvent) {
    if (key.key === 'Escape') {
      this.show(false)
    } else if (key.key === 'Tab') {
      const all = [
        ...this.panel.querySelectorAll<HTMLElement>('button,textarea,input,[tabindex="0"]'),
      ].filter((one) => !one.closest('[hidden]'))
      const last = all.length - 1
      const at = all.indexOf(this.shadowRoot?.activeElement as HTMLElement)
      const next = key.shiftKey ? (at <= 0 ? last : undefined) : at === last ? 0 : undefined
      if (next !== undefined) {
        key.preventDefault()
        all[next]?.focus()
      }
    }
  }

  private get key() {
    return `waypost-chat-${this.getAttribute('site')}`
  }

  private kept(what = 'visitor'): string | null {
    try {
      return localStorage.getItem(`${this.key}-${what}`)
    } catch {
      return null
    }
  }

  private keep(what: string, value: string) {
    try {
      localStorage.setItem(`${this.key}-${what}`, value)
    } catch {
      // A private window: the visitor is a new one after a reload.
    }
  }

  private async enter(): Promise<string> {
    const visit = await this.rest.visit(this.getAttribute('site') ?? '', this.kept())
    this.visit = visit
    this.keep('visitor', visit.token)
    return visit.token
  }

  /** Enters once, however often it is asked for meanwhile. */
  private begin(): Promise<void> {
    this.beginning ??= this.enterRoom().finally(() => {
      this.beginning = undefined
    })
    return this.beginning
  }

  private async enterRoom() {
    if (this.client) return
    this.tell(this.words.connecting)
    let token: string | undefined
    try {
      token = await this.enter()
    } catch {
      this.tell(this.words.startFailed)
      return
    }
    const visit = this.visit
    if (this.client || !visit) return
    if (visit.welcome) this.unsent.before(el('div', { class: 'event' }, visit.welcome))
    if (!visit.open) {
      const hours = visit.hours ? ` ${this.words.hours}${visit.hours}` : ''
      this.unsent.before(el('div', { class: 'event' }, this.words.closed + hours))
    }
    this.client = new ChatClient({
      socket: visit.socket,
      device: `w-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`,
      openers: this.openers,
      shelfKey: `${this.key}-outbox`,
      token: async () => {
        const fresh = token ?? (await this.enter())
        token = undefined
        return fresh
      },
      events: {
        state: (state) => this.became(state),
        items: (talk, items) => this.items(talk, items),
        head: () => this.refresh(),
        outbox: () => this.waiting(),
        typing: (_, side, name) => side === 'AGENT' && this.agentTypes(name),
      },
    })
    this.waiting()
    this.client.start()
  }

  private tell(text: string) {
    this.status.textContent = text
    this.status.hidden = !text
  }

  private became(state: State) {
    const { words } = this
    const text = { online: '', connecting: words.connecting, offline: words.offline, ended: words.ended }[
      state
    ]
    // While it only tries again, what was said before stays.
    if (state !== 'connecting' || !this.status.textContent) this.tell(text)
    if (state === 'online') this.refresh()
  }

  /** Where in the queue the visitor is, as the platform words it; nothing once somebody has them. */
  private place(client: ChatClient): string {
    for (const { head } of client.talks.values()) if (head.state === 'WAITING') return head.title
    return ''
  }

  private items(talk: Talk, items: Item[]) {
    const isAtEnd = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 60
    for (const item of items) {
      const ask = asks(item)
      if (ask !== undefined) {
        if (ask === 'csat') this.askScore(talk.conv)
        continue
      }
      const row = entry(item, this.words, this.rest)
      if (item.cid && item.author === 'CUSTOMER') this.rows.set(item.cid, row)
      this.unsent.before(row)
    }
    this.typing.textContent = ''
    this.refresh()
    if (isAtEnd) this.log.scrollTop = this.log.scrollHeight
  }

  private waiting() {
    const client = this.client
    if (!client) return
    this.unsent.replaceChildren(
      ...client.outbox.all().map((one) =>
        waiting(one, this.words, this.rest, () => {
          client.discard(one.cid)
          client.say({ conv: one.conv, kind: one.kind, text: one.text, file: one.file })
        }),
      ),
    )
    this.log.scrollTop = this.log.scrollHeight
  }

  /** Marks of reading, and how many are unread while the panel is closed. */
  private refresh() {
    const client = this.client
    if (!client?.you) return
    for (const [cid, row] of this.rows) {
      const mark = row.querySelector('.mark')
      if (mark) mark.textContent = statusWord(client.status(cid), this.words)
    }
    let unread = 0
    if (client.state === 'online') this.tell(this.place(client))
    for (const talk of client.talks.values()) {
      if (!this.panel.hidden) client.read(talk.conv)
      unread += talk.unread(client.you)
    }
    if (!this.panel.hidden) unread = 0
    this.count.textContent = String(unread)
    this.count.hidden = unread === 0
    const open = this.words.open
    this.bubble.setAttribute('aria-label', unread ? `${open}, ${unread} ${this.words.unread}` : open)
  }

  /** What is said before we are in is said as soon as we are; until then it stays in the box, also where we do not get in. */
  private async say() {
    if (!this.client) await this.begin()
    const text = this.box.value
    if (!this.client || !text.trim()) return
    if ([...text].length > LONGEST_TEXT) {
      this.tell(this.words.tooLong)
      return
    }
    this.box.value = ''
    this.client.say({ kind: 'TEXT', text })
  }

  private types() {
    const now = Date.now()
    if (now - this.typedAt < TYPING_EVERY) return
    this.typedAt = now
    const conv = [...(this.client?.talks.keys() ?? [])].pop()
    if (conv) this.client?.typing(conv)
  }

  private agentTypes(name: string) {
    this.typing.textContent = `${name} ${this.words.typing}`
    const text = this.typing.textContent
    setTimeout(() => {
      if (this.typing.textContent === text) this.typing.textContent = ''
    }, 4_000)
  }

  private async upload() {
    const file = this.picker.files?.[0]
    this.picker.value = ''
    if (!file || !this.client) return
    try {
      const uploaded = await this.rest.upload(file)
      this.client.say({ kind: uploaded.kind, text: uploaded.name, file: uploaded.file })
    } catch {
      this.tell(this.words.uploadFailed)
    }
  }

  private askScore(conv: string) {
    if (this.asked === conv || this.kept('rated') === conv) return
    this.asked = conv
    const { words } = this
    const scores = el('div', { class: 'scores' })
    words.scores.forEach((word, at) => {
      const input = el('input', { type: 'radio', name: 'score', value: String(at + 1) })
      scores.append(el('label', {}, input, ` ${word}`))
    })
    const comment = el('input', {
      type: 'text',
      maxlength: '500',
      'aria-label': words.comment,
      placeholder: words.comment,
    })
    const submit = el('button', { type: 'button' }, words.submit)
    submit.onclick = async () => {
      const score = Number(scores.querySelector<HTMLInputElement>('input:checked')?.value)
      if (!score) return
      submit.disabled = true
      try {
        await this.rest.rate(conv, score, comment.value)
        this.keep('rated', conv)
        this.ask.replaceChildren(el('div', { role: 'status' }, words.thanks))
      } catch {
        submit.disabled = false
        this.tell(words.startFailed)
      }
    }
    this.ask.replaceChildren(el('legend', {}, words.ask), scores, comment, submit)
    this.ask.hidden = false
  }
}
