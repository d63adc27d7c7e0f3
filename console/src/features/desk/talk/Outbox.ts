import type { Outgoing, Posting } from './talk'

const STORED = 'waypost.desk.outbox'

/** What was sent and not taken by the server yet, kept on this device: no reload and no lost network takes it. */
export class Outbox {
  private readonly kept = new Map<string, Outgoing>()
  private readonly storage: Storage

  constructor(storage: Storage = localStorage) {
    this.storage = storage
    for (const one of read(storage)) this.kept.set(one.cid, { ...one, progress: 'queued' })
  }

  all(): Outgoing[] {
    return [...this.kept.values()]
  }

  add(posting: Posting, at: number): Outgoing {
    const known = this.kept.get(posting.cid)
    return known ?? this.put({ ...posting, at, progress: 'queued', refused: null })
  }

  change(cid: string, change: Partial<Pick<Outgoing, 'progress' | 'refused'>>): Outgoing | null {
    const known = this.kept.get(cid)
    return known === undefined ? null : this.put({ ...known, ...change })
  }

  remove(cid: string): Outgoing | null {
    const known = this.kept.get(cid) ?? null
    this.kept.delete(cid)
    this.write()
    return known
  }

  private put(outgoing: Outgoing): Outgoing {
    this.kept.set(outgoing.cid, outgoing)
    this.write()
    return outgoing
  }

  private write(): void {
    this.storage.setItem(STORED, JSON.stringify(this.all()))
  }
}

function read(storage: Storage): Outgoing[] {
  try {
    const found: unknown = JSON.parse(storage.getItem(STORED) ?? '[]')
    return Array.isArray(found) ? found.filter(isOutgoing) : []
  } catch {
    return []
  }
}

function isOutgoing(value: unknown): value is Outgoing {
  return (
    typeof value === 'object' &&
    value !== null &&
    'cid' in value &&
    'conversation' in value &&
    'text' in value
  )
}
