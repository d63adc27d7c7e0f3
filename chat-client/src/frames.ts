/** Frames of protocol v1, as docs/adr/0034 describes them. */

export type Kind = 'TEXT' | 'IMAGE' | 'FILE' | 'EVENT'
export type Author = 'CUSTOMER' | 'AGENT' | 'BOT' | 'SYSTEM'
export type Side = 'CUSTOMER' | 'AGENT'

export interface Item {
  seq: number
  author: Author
  name: string
  kind: Kind
  text: string
  file?: string
  cid?: string
  at: string
}

export interface Head {
  conv: string
  last: number
  readByCustomer: number
  readByAgent: number
  state: string
  version: number
  title: string
}

export interface You {
  side: Side
  id: string
  name: string
  until: string
}

export type ClientFrame =
  | { t: 'hello'; v: 1; token: string; dev: string }
  | { t: 'post'; cid: string; conv?: string; kind: Exclude<Kind, 'EVENT'>; text: string; file?: string }
  | { t: 'pull'; conv: string; after: number; max?: number }
  | { t: 'read'; conv: string; seq: number }
  | { t: 'typing'; conv: string }
  | { t: 'token'; token: string }
  | { t: 'ping' }

export type ServerFrame =
  | { t: 'welcome'; hb: number; you: You; heads: Head[] }
  | { t: 'ack'; cid: string; conv: string; seq: number; at: string }
  | { t: 'refused'; cid?: string; conv?: string; code: string; text: string }
  | { t: 'busy'; cid?: string; conv?: string; after: number }
  | { t: 'items'; conv: string; items: Item[]; last?: boolean }
  | ({ t: 'head' } & Head)
  | { t: 'typing'; conv: string; side: Side; name: string }
  | { t: 'bye'; code: string }
  | { t: 'pong' }
