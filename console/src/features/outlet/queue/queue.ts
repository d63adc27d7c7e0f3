import type { TicketView } from '../../../api/types'
import { deliver, type Post, type QueuedAnswer } from './model'
import { openStore, type QueueStore } from './store'

const LOCK = 'waypost-answers'

export interface QueueView {
  items: QueuedAnswer[]
  durable: boolean
  sending: boolean
}

type Sent = (item: QueuedAnswer, view: TicketView) => void

/** Holds the answers that are on their way and sends them one after the other, one page of the browser at a time. */
export class AnswerQueue {
  private view: QueueView = { items: [], durable: true, sending: false }
  private readonly listeners = new Set<() => void>()
  private readonly store: Promise<QueueStore>
  private readonly post: Post
  private flushing: Promise<void> | null = null

  constructor(post: Post, store: Promise<QueueStore> = openStore()) {
    this.post = post
    this.store = store
    void this.refresh()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly snapshot = (): QueueView => this.view

  /** Keeps the answer; from here on it cannot be lost by a bad network. */
  async add(item: QueuedAnswer): Promise<void> {
    await (await this.store).put(item)
    await this.refresh()
  }

  async remove(id: string): Promise<void> {
    await (await this.store).remove(id)
    await this.refresh()
  }

  /** Sends what waits for this person, the oldest first. Calls that come meanwhile wait for the same round. */
  flush(person: string, onSent: Sent): Promise<void> {
    this.flushing ??= this.exclusively(() => this.round(person, onSent)).finally(() => {
      this.flushing = null
      this.show({ sending: false })
      return this.refresh()
    })
    return this.flushing
  }

  private async round(person: string, onSent: Sent): Promise<void> {
    const tried = new Set<string>()
    for (
      let item = await this.next(person, tried);
      item !== undefined;
      item = await this.next(person, tried)
    ) {
      tried.add(item.id)
      this.show({ sending: true })
      const goesOn = await this.send(item, onSent)
      await this.refresh()
      if (!goesOn) return
    }
  }

  private async next(person: string, tried: Set<string>): Promise<QueuedAnswer | undefined> {
    const items = (await (await this.store).all()).sort((a, b) => a.at - b.at)
    return items.find((item) => item.person === person && item.state === 'WAITING' && !tried.has(item.id))
  }

  /** False when the network is away, so that the others need not try. */
  private async send(item: QueuedAnswer, onSent: Sent): Promise<boolean> {
    const store = await this.store
    let latest = item
    const delivery = await deliver(item, this.post, (changed) => {
      latest = changed
      return store.put(changed)
    })
    if (delivery.outcome === 'LATER') {
      return false
    }
    if (delivery.outcome === 'SENT') {
      await store.remove(item.id)
      onSent(item, delivery.view)
    } else {
      const reason = delivery.outcome === 'REFUSED' ? delivery.reason : null
      await store.put({ ...latest, state: delivery.outcome, reason })
    }
    return true
  }

  private async refresh(): Promise<void> {
    const store = await this.store
    const items = (await store.all()).sort((a, b) => a.at - b.at)
    this.show({ items, durable: store.durable })
  }

  private show(change: Partial<QueueView>): void {
    this.view = { ...this.view, ...change }
    for (const listener of this.listeners) listener()
  }

  /** Two pages of one browser share the store: only one of them sends. */
  private async exclusively(run: () => Promise<void>): Promise<void> {
    if (!('locks' in navigator)) {
      return run()
    }
    await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
      if (lock !== null) await run()
    })
  }
}
