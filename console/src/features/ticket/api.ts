import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Query, upload } from '../../api/client'
import { ApiProblem } from '../../api/problem'
import { keys, putAnswer } from '../../api/query'
import type {
  Attachment,
  CloseReason,
  Liability,
  MassEventList,
  NewAnswer,
  NewTicket,
  OpenedTicket,
  TicketCounts,
  TicketRow,
  TicketView,
  UrgentReason,
} from '../../api/types'
import { usePages } from '../../shared/ui'
import type { Moved } from './moves'

export type Step =
  | { step: 'answer'; answer: NewAnswer }
  | { step: 'urge'; note: string }
  | { step: 'note'; text: string }
  | { step: 'urgent'; reason: UrgentReason; note: string; personId?: string }
  | { step: 'close'; reason: CloseReason; note: string; liability?: Liability; causeCode?: string }
  | Moved

/** The mass event of a ticket; asked only about tickets that can have one. */
export function useMassOfTicket(id: string, enabled: boolean) {
  return useQuery({
    queryKey: [...keys.findings, 'events', 'of', id],
    queryFn: ({ signal }) => api.get<MassEventList>('/watch/events', { ticket: id }, signal),
    enabled,
  })
}

export function useTickets(query: Query, enabled = true) {
  return usePages<TicketRow>(keys.tickets, '/tickets', query, enabled)
}

export function useTicketCounts() {
  return useQuery({
    queryKey: keys.ticketCounts,
    queryFn: ({ signal }) => api.get<TicketCounts>('/tickets/counts', undefined, signal),
  })
}

export function useTicket(id: string | null) {
  return useQuery({
    queryKey: keys.ticket(id ?? ''),
    queryFn: ({ signal }) => api.get<TicketView>(`/tickets/${id}`, undefined, signal),
    enabled: id !== null,
  })
}

function perform(ticket: TicketRow, step: Step): Promise<TicketView> {
  const path = `/tickets/${ticket.id}`
  switch (step.step) {
    case 'answer':
      return api.post(`${path}/answer`, { ...step.answer, version: ticket.version })
    case 'urge':
      return api.post(`${path}/urge`, { note: step.note })
    case 'note':
      return api.post(`${path}/notes`, { text: step.text })
    case 'urgent':
      return api.post(`${path}/urgent`, {
        reason: step.reason,
        note: step.note,
        personId: step.personId,
      })
    case 'close':
      return api.post(`${path}/close`, {
        reason: step.reason,
        note: step.note,
        liability: step.liability,
        causeCode: step.causeCode,
        version: ticket.version,
      })
    case 'lower-urgent':
      return api.post(`${path}/lower-urgent`, step.body)
    default:
      return api.post(`${path}/${step.step}`, { ...step.body, version: ticket.version })
  }
}

/** Takes one step on a ticket; when someone else was faster the page shows their work. */
export function useTicketStep(ticket: TicketRow) {
  const client = useQueryClient()
  const key = keys.ticket(ticket.id)
  return useMutation({
    mutationFn: (step: Step) => perform(ticket, step),
    onSuccess: (view) => {
      putAnswer(client, key, view)
      void client.invalidateQueries({ queryKey: keys.tickets })
      void client.invalidateQueries({ queryKey: keys.ticketCounts })
      if (ticket.waybill !== null) {
        void client.invalidateQueries({ queryKey: keys.parcelTickets(ticket.waybill) })
      }
    },
    onError: (problem) => {
      if (problem instanceof ApiProblem && problem.status === 409) {
        void client.invalidateQueries({ queryKey: key })
      }
    },
  })
}

/** Urges a parcel or asks for it: opens a ticket, or joins the one that is open. */
export function useOpenTicket() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (ticket: NewTicket) => api.post<OpenedTicket>('/tickets', ticket),
    onSuccess: ({ ticket }) => {
      client.setQueryData(keys.ticket(ticket.id), ticket)
      void client.invalidateQueries({ queryKey: keys.tickets })
      void client.invalidateQueries({ queryKey: keys.ticketCounts })
      if (ticket.waybill !== null) {
        void client.invalidateQueries({ queryKey: keys.parcelTickets(ticket.waybill) })
      }
    },
  })
}

/** Takes a photo to the ticket; the answer that names it shows it. */
export function uploadPhoto(ticketId: string, file: File): Promise<Attachment> {
  const form = new FormData()
  form.set('file', file)
  return api.post<Attachment>(`/attachments/TICKET/${ticketId}`, form)
}

/** Adds files to the ticket at once, as one step of its history. */
export function useAddFiles(ticketId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ files, onSent }: { files: File[]; onSent: (share: number) => void }) => {
      const form = new FormData()
      for (const file of files) form.append('file', file)
      return upload<TicketView>(`/tickets/${ticketId}/files`, form, onSent)
    },
    onSuccess: (ticket) => putAnswer(client, keys.ticket(ticketId), ticket),
  })
}
