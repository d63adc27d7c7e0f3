import type { SocketTicket } from '../../../api/types'

export type TalkAuthor = 'CUSTOMER' | 'AGENT' | 'BOT' | 'SYSTEM'
export type TalkKind = 'TEXT' | 'IMAGE' | 'FILE' | 'NOTE' | 'EVENT'

/** One entry of a conversation; `seq` is 1.. without gaps. */
export interface TalkItem {
  seq: number
  author: TalkAuthor
  name: string
  kind: TalkKind
  text: string
  file?: string
  cid?: string
  at: string
}

/** A lead's note to the agent: the platform numbers it so, and nobody else can. */
export function isWhisper(item: TalkItem): boolean {
  return item.kind === 'NOTE' && item.cid?.startsWith('whisper:') === true
}

/** What is true of a conversation as a whole; of two the one with the higher version counts. */
export interface TalkHead {
  conversation: string
  last: number
  readByCustomer: number
  readByAgent: number
  version: number
}

/** Kept on this device, gone out, committed; it never goes back. */
export type Progress = 'queued' | 'sent' | 'delivered'

export interface Posting {
  cid: string
  conversation: string
  text: string
  /** Text where nothing is said. */
  kind?: 'TEXT' | 'IMAGE' | 'FILE'
  file?: string
}

export interface Outgoing extends Posting {
  at: number
  progress: Progress
  /** Why the server did not take it; it stays until somebody sends it again or drops it. */
  refused: string | null
}

/** `MOVED`: the same tab has opened another line, so this one stays closed. */
export type Line = 'CLOSED' | 'CONNECTING' | 'OPEN' | 'WAITING' | 'MOVED'

export interface TalkListener {
  line(line: Line): void
  /** All that is before the agent, after every connect. */
  heads(heads: TalkHead[]): void
  head(head: TalkHead): void
  /** `last` is absent in a hint; in an answer to a pull, whether nothing came after. */
  items(conversation: string, items: TalkItem[], last?: boolean): void
  outgoing(outgoing: Outgoing): void
  dropped(cid: string): void
  typing(conversation: string, name: string): void
}

/**
 * The way messages come and go. Hints may be lost, doubled and reordered; whoever sees a gap pulls.
 * What is posted is kept on this device until the server has it, and goes out once however often the line breaks.
 */
export interface Talk {
  /** Opens the line and keeps it open until the returned function is called. */
  start(ticket: () => Promise<SocketTicket>): () => void
  listen(listener: TalkListener): () => void
  /** What has not been taken by the server yet, also from before a reload. */
  outbox(): Outgoing[]
  pull(conversation: string, after: number, max: number): void
  post(posting: Posting): void
  again(cid: string): void
  drop(cid: string): void
  read(conversation: string, seq: number): void
  typing(conversation: string): void
  /** Opens the line here after it has moved elsewhere. */
  reopen(): void
}
