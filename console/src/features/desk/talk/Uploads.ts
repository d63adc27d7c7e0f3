import type { Posting } from './talk'

/** What the platform takes of a file, before it looks at what it is. */
export const MOST_BYTES = 15 * 1024 * 1024
const MOST_FILES = 9

export interface Uploaded {
  file: string
  kind: 'IMAGE' | 'FILE'
  name: string
}

/** A file that somebody chose and has not been said to the customer yet. */
export interface Chosen {
  key: string
  file: File
  /** How much of it has left; null while it waits for the word to go. */
  share: number | null
  problem: unknown
}

type Send = (conversation: string, file: File, onSent: (share: number) => void) => Promise<Uploaded>

const NONE: Chosen[] = []

/**
 * Files on their way, outside of React, so that they go on while another conversation is looked at. A file leaves when its sender says so,
 * one after the other, and becomes an entry once the platform has it.
 */
export class Uploads {
  private readonly send: Send
  private readonly post: (posting: Posting) => void
  private readonly newId: () => string
  private readonly chosen = new Map<string, Chosen[]>()
  private readonly running = new Set<string>()
  private readonly listeners = new Set<() => void>()

  constructor(send: Send, post: (posting: Posting) => void, newId: () => string) {
    this.send = send
    this.post = post
    this.newId = newId
  }

  view(conversation: string): Chosen[] {
    return this.chosen.get(conversation) ?? NONE
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Takes them in until they are sent; how many were too many. */
  add(conversation: string, files: File[]): number {
    const before = this.view(conversation)
    const room = Math.max(0, MOST_FILES - before.length)
    const fresh = files.slice(0, room).map((file) => ({
      key: this.newId(),
      file,
      share: null,
      problem: file.size > MOST_BYTES ? 'TOO_LARGE' : null,
    }))
    this.set(conversation, [...before, ...fresh])
    return files.length - fresh.length
  }

  drop(conversation: string, key: string): void {
    this.set(
      conversation,
      this.view(conversation).filter((one) => one.key !== key),
    )
  }

  /** Sends all that wait, and again those that failed and may go another time. */
  async go(conversation: string): Promise<void> {
    if (this.running.has(conversation)) return
    this.running.add(conversation)
    try {
      const tried = new Set<string>()
      for (;;) {
        const next = this.view(conversation).find((one) => !tried.has(one.key) && one.problem !== 'TOO_LARGE')
        if (next === undefined) return
        tried.add(next.key)
        await this.one(conversation, next)
      }
    } finally {
      this.running.delete(conversation)
    }
  }

  private async one(conversation: string, { key, file }: Chosen): Promise<void> {
    this.change(conversation, key, { share: 0, problem: null })
    try {
      const taken = await this.send(conversation, file, (share) => this.change(conversation, key, { share }))
      // whoever took it back while it went does not say it
      if (!this.view(conversation).some((one) => one.key === key)) return
      this.drop(conversation, key)
      this.post({ cid: this.newId(), conversation, text: taken.name, kind: taken.kind, file: taken.file })
    } catch (problem) {
      this.change(conversation, key, { share: null, problem: problem ?? 'OFFLINE' })
    }
  }

  private change(conversation: string, key: string, change: Partial<Chosen>): void {
    this.set(
      conversation,
      this.view(conversation).map((one) => (one.key === key ? { ...one, ...change } : one)),
    )
  }

  private set(conversation: string, chosen: Chosen[]): void {
    if (chosen.length === 0) this.chosen.delete(conversation)
    else this.chosen.set(conversation, chosen)
    for (const listener of this.listeners) listener()
  }
}
