import { lazy } from 'react'

export { photoUrl, uploadPhoto, useTicket, useTicketCounts, useTickets } from './api'
export { ticketCopy } from './copy'
export { ANSWER_KINDS, MAX_PHOTOS, needsUntil, STATE_MEANING, ticketPath } from './model'
export { TicketTimeLeft } from './parts/TicketTimeLeft'

export const TicketPage = lazy(() => import('./TicketPage'))
export const TicketsPage = lazy(() => import('./TicketsPage'))
