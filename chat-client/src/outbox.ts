import type { Kind } from './frames'

/** Something said that is not acknowledged yet. */
export interface Unsent {
  cid: string
  conv?: string
  kind: Exclude<Kind, 'EVENT'>
  text: string
  file?: string
  /** When it was said, in milliseconds. */
  at: number
  /** Why it never will be taken. */
  failed?: string
}

/** Where a page keeps what must outlive it. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** What waits to be taken, in order, kept over reloads. Where nothing can be kept it lives as long as the page. */
export class Outbox {
  private readonly shelf: Shelf
  private readonly key: string
  private list: Unsent[]

  constructor(shelf: Shelf, key: string) {
    this.shelf = shelf
    this.key = key
    this.list = this.read()
  }

  private read(): Unsent[] {
    try {
      const kept: unknown = JSON.parse(this.shelf.getItem(this.key) ?? '[]')
      return Array.isArray(kept) ? kept.filter((one) => typeof one?.cid === 'string') : []
    } catch {
      return []
    }
  }

  private write() {
    try {
      if (this.list.length) this.shelf.setItem(this.key, JSON.stringify(this.list))
      else this.shelf.removeItem(this.key)
    } catch {
      // Private windows and full shelves: it lives as long as the page.
    }
  }

  all(): readonly Unsent[] {
    return this.list
  }

  /** The first that may still be taken. */
  next(): Unsent | undefined {
    return this.list.find((one) => one.failed === undefined)
  }

  add(one: Unsent) {
    this.list = [...this.list, one]
    this.write()
  }

  remove(cid: string) {
    this.list = this.list.filter((one) => one.cid !== cid)
    this.write()
  }

  fail(cid: string, why: string) {
    this.list = this.list.map((one) => (one.cid === cid ? { ...one, failed: why } : one))
    this.write()
  }
}
