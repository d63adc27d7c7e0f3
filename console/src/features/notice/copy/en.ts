import type { Translation } from '../../../shared/i18n'
import type { zh } from './zh-CN'

export const en: Translation<typeof zh> = {
  bell: (unread) => (unread === 0 ? 'Notices, none unread' : `Notices, ${unread} unread`),
  title: 'Notices',
  close: 'Close notices',
  readAll: 'Mark all read',
  empty: 'No notices',
  emptyHint: 'Tickets given to you, close to their limit or urged appear here.',
  about: (waybill) => `Waybill ${waybill}`,
  kinds: {
    OPENED: 'A new ticket for you',
    URGED: 'The customer is urging',
    URGENT: 'A ticket became urgent',
    ESCALATED: 'No answer in time: a ticket came up to you',
    REDISPATCHED: 'A ticket was moved to you',
    RESUMED: 'The waiting time is over; please go on',
    NOT_MOVED: 'Answered as sent on, but not scanned since',
    TROUBLE: 'The outlet confirmed trouble',
    DUE_SOON: 'A ticket is close to its limit',
    OVERDUE: 'A ticket is overdue',
    ANSWERED: 'The responsible unit answered',
    CLOSED: 'A ticket was closed',
    OTHER: 'News on a ticket',
  },
}
