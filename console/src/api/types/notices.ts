import type { Page } from './common'

export interface Notice {
  id: string
  at: string
  kind: string
  ticketId: string | null
  waybill: string | null
  params: Record<string, unknown>
  readAt: string | null
}

export interface NoticePage extends Page<Notice> {
  unread: number
}
