import type { Translation } from '../../../shared/i18n'
import type { zh } from './zh-CN'

export const en: Translation<typeof zh> = {
  bell: (unread) => (unread === 0 ? 'Notices, none unread' : `Notices, ${unread} unread`),
  title: 'Notices',
  readAll: 'Mark all read',
  empty: 'No notices',
  emptyHint: 'Tickets given to you, close to their limit or urged appear here.',
  about: (waybill) => `Waybill ${waybill}`,
  kinds: {
    TICKET_OPENED: 'A new ticket for you',
    TICKET_URGED: 'The customer is urging',
    TICKET_URGENT: 'A ticket became urgent',
    TICKET_ESCALATED: 'A ticket ran out of time and came up to you',
    TICKET_REDISPATCHED: 'A ticket came back to you',
    TICKET_ANSWERED: 'The outlet answered',
    TICKET_CLOSED: 'A ticket was closed',
    TICKET_DUE_SOON: 'A ticket is close to its limit',
    OTHER: 'News on a ticket',
  },
}
