import { lazy } from 'react'

export {
  type Step,
  uploadPhoto,
  useOpenTicket,
  useTicket,
  useTicketCounts,
  useTicketStep,
  useTickets,
} from './api'
export { caseCopy, ticketCopy } from './copy'
export { useKinds } from './kinds'
export { answerKinds, kindName, MAX_PHOTOS, needsUntil, STATE_MEANING, sought, ticketPath } from './model'
export { KindPicker } from './parts/KindPicker'
export { TicketCard } from './parts/TicketCard'
export { TicketTimeLeft } from './parts/TicketTimeLeft'
export { WaybillOf } from './parts/WaybillOf'

/** The form by which a unit answers; heavy, so it comes when it is shown. */
export const AnswerForm = lazy(() => import('./parts/AnswerForm').then((m) => ({ default: m.AnswerForm })))
/** What a step asks before it is taken. */
export const MoveDialog = lazy(() => import('./parts/MoveDialog').then((m) => ({ default: m.MoveDialog })))
export const OpenTicketDialog = lazy(() => import('./parts/OpenTicketDialog'))
export const GreenPage = lazy(() => import('./green/GreenPage'))
export const TicketPage = lazy(() => import('./TicketPage'))
export const TicketPanel = lazy(() => import('./parts/TicketPanel').then((m) => ({ default: m.TicketPanel })))
export const TicketsPage = lazy(() => import('./TicketsPage'))
