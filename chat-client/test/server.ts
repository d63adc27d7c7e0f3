import type { ClientFrame, Item, ServerFrame } from '../src/frames'
import type { LinkEvents, Opener } from '../src/links'

const CONV = '00000000-0000-0000-0000-000000000001'

/** A scripted server: one conversation, links that break, answers that are lost, hints that are lost, doubled and late. */
export class Server {
  readonly items: Item[] = []
  readonly cids = new Map<string, number>()
  isFair = false
  private readonly random: () => number
  private readonly links = new Set<{ events: LinkEvents; isOpen: boolean }>()

  constructor(random: () => number) {
    this.random = random
  }

  private happens(share: number) {
    return !this.isFair && this.random() < share
  }

  private head() {
    return {
      conv: CONV,
      last: this.items.length,
      readByCustomer: 0,
      readByAgent: 0,
      state: 'OPEN',
      version: 1,
      title: '',
    }
  }

  opener: Opener = (_where, events) => {
    const link = { events, isOpen: true }
    let backBy = 0
    const tell = (frame: ServerFrame) => {
      backBy = Math.max(backBy, Date.now() + this.random() * 80)
      setTimeout(() => link.isOpen && events.frame(frame), backBy - Date.now())
    }
    this.links.add(link)
    setTimeout(() => {
      const you = { side: 'CUSTOMER' as const, id: CONV, name: 'A', until: '2999-01-01T00:00:00Z' }
      tell({ t: 'welcome', hb: 25, you, heads: this.items.length ? [this.head()] : [] })
    }, this.random() * 100)
    return {
      send: (frame) => {
        setTimeout(() => link.isOpen && this.take(frame, tell), this.random() * 50)
      },
      close: () => this.cut(link),
    }
  }

  private cut(link: { events: LinkEvents; isOpen: boolean }) {
    if (!link.isOpen) return
    link.isOpen = false
    this.links.delete(link)
    link.events.gone(true, 1006)
  }

  cutAll() {
    for (const link of [...this.links]) this.cut(link)
  }

  private take(frame: ClientFrame, tell: (frame: ServerFrame) => void) {
    if (frame.t === 'post') {
      if (this.happens(0.1)) return tell({ t: 'busy', cid: frame.cid, after: 100 })
      const seq = this.cids.get(frame.cid) ?? this.add(frame.text, frame.cid, 'CUSTOMER')
      this.cids.set(frame.cid, seq)
      tell({ t: 'ack', cid: frame.cid, conv: CONV, seq, at: '' })
    } else if (frame.t === 'pull') {
      if (this.happens(0.1)) return tell({ t: 'busy', conv: CONV, after: 100 })
      const items = this.items.slice(frame.after, frame.after + 5)
      tell({ t: 'items', conv: CONV, items, last: items.length < 5 })
    } else if (frame.t === 'ping') {
      tell({ t: 'head', ...this.head() })
    }
  }

  add(text: string, cid?: string, author: 'CUSTOMER' | 'AGENT' = 'AGENT'): number {
    const item: Item = { seq: this.items.length + 1, author, name: '', kind: 'TEXT', text, cid, at: '' }
    this.items.push(item)
    for (const link of this.links) {
      for (let times = this.happens(0.2) ? 0 : this.happens(0.2) ? 2 : 1; times > 0; times--) {
        setTimeout(
          () => link.isOpen && link.events.frame({ t: 'items', conv: CONV, items: [item] }),
          this.random() * 300,
        )
      }
    }
    return item.seq
  }
}
