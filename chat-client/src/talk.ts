import type { Head, Item, You } from './frames'

/** What a device has of one conversation: entries without a gap from `from` on, and the newest head. */
export class Talk {
  readonly conv: string
  items: Item[] = []
  head: Head
  /** Whether a pull is under way. */
  isPulling = false

  constructor(head: Head) {
    this.conv = head.conv
    this.head = head
  }

  /** The `seq` up to which everything is here. */
  get have(): number {
    return this.items.length
  }

  get isBehind(): boolean {
    return this.have < this.head.last
  }

  /** Takes a head in any order and any number of times; whether it said something new. */
  takeHead(head: Head): boolean {
    const before = this.head
    // Of two of one version the later counts: the words about the queue change without one.
    const newer = head.version >= before.version ? head : before
    this.head = {
      ...newer,
      last: Math.max(before.last, head.last),
      readByCustomer: Math.max(before.readByCustomer, head.readByCustomer),
      readByAgent: Math.max(before.readByAgent, head.readByAgent),
    }
    return JSON.stringify(this.head) !== JSON.stringify(before)
  }

  /** Takes the entries that come next and passes over the others; those that were new. */
  takeItems(items: Item[]): Item[] {
    const fresh: Item[] = []
    for (const item of items) {
      if (item.seq > this.head.last) this.head = { ...this.head, last: item.seq }
      if (item.seq === this.have + 1) {
        this.items.push(item)
        fresh.push(item)
      }
    }
    return fresh
  }

  /** How far one's own entry has come; it only ever goes on. */
  status(item: Item, you: You): 'delivered' | 'read' {
    const read = you.side === 'CUSTOMER' ? this.head.readByAgent : this.head.readByCustomer
    return item.seq <= read ? 'read' : 'delivered'
  }

  unread(you: You): number {
    const read = you.side === 'CUSTOMER' ? this.head.readByCustomer : this.head.readByAgent
    return this.items.filter((item) => item.seq > read && item.author !== you.side && item.kind !== 'EVENT')
      .length
  }
}
