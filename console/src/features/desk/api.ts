import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { api } from '../../api/client'
import { keys, putAnswer } from '../../api/query'
import type {
  Contact,
  ContactDetail,
  Desk,
  DeskBoard,
  DeskQuality,
  NotReadyReason,
  OriginalMail,
  Seat,
} from '../../api/types'
import { sayProblem } from '../../shared/problems'
import { usePages } from '../../shared/ui'
import type { OpenState } from './model'
import { tabId } from './tab'
import { learnMatters } from './words'

/** In case a hint was lost. */
const DESK_EVERY_MS = 15_000
const BOARD_EVERY_MS = 5_000
/** The most that the server gives at a time. */
const BOARD_PAGE = 200
const QUALITY_EVERY_MS = 120_000
/** Not below the board: a hint that somebody came makes it no older. */
const QUALITY = ['desk-quality']

export function useDesk(enabled = true) {
  return useQuery({
    queryKey: keys.desk,
    queryFn: async ({ signal }) => {
      const desk = await api.get<Desk>('/desk', undefined, signal)
      learnMatters(desk.matters)
      return desk
    },
    refetchInterval: DESK_EVERY_MS,
    refetchIntervalInBackground: true,
    enabled,
  })
}

export type Presence = 'LIVES' | 'CLOSED' | 'READY' | 'NOT_READY'

export function sayPresence(command: Presence, reason: NotReadyReason | null = null): Promise<Seat> {
  return api.post<Seat>('/desk/presence', { command, tab: tabId(), reason })
}

export function putSeat(client: QueryClient, seat: Seat): void {
  client.setQueryData<Desk>(keys.desk, (desk) => (desk === undefined ? desk : { ...desk, me: seat }))
}

export function usePresence() {
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: ({ command, reason }: { command: Presence; reason?: NotReadyReason }) =>
      sayPresence(command, reason),
    onSuccess: (seat) => putSeat(client, seat),
    onError: (problem) => message.error(sayProblem(problem)),
  })
}

export function useContact(id: string | null) {
  return useQuery({
    queryKey: keys.contact(id ?? ''),
    queryFn: ({ signal }) => api.get<ContactDetail>(`/desk/contacts/${id}`, undefined, signal),
    enabled: id !== null,
    placeholderData: (previous) => (previous?.contact.id === id ? previous : undefined),
  })
}

/** A mail never changes. */
export function useOriginalMail(conversation: string, seq: number) {
  return useQuery({
    queryKey: keys.originalMail(conversation, seq),
    queryFn: ({ signal }) =>
      api.get<OriginalMail>(`/desk/conversations/${conversation}/mails/${seq}`, undefined, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export type Act =
  | { act: 'accept' | 'return' | 'take'; contact: Contact }
  | { act: 'close'; contact: Contact; disposition: string; note: string | null }
  | { act: 'pass'; contact: Contact; person: string | null; level: number; note: string }

function perform(act: Act): Promise<Contact> {
  const path = `/desk/contacts/${act.contact.id}/${act.act}`
  switch (act.act) {
    case 'close':
      return api.post(path, { disposition: act.disposition, note: act.note })
    case 'pass':
      return api.post(path, { person: act.person, level: act.level, note: act.note })
    default:
      return api.post(path, { version: act.contact.version })
  }
}

/** Puts the contact where it is now, so that nobody waits for the next look. */
export function putContact(desk: Desk, contact: Contact): Desk {
  const mine =
    contact.agent?.id === desk.me.person.id && (contact.state === 'OFFERED' || contact.state === 'TALKING')
  const others = desk.contacts.filter((one) => one.id !== contact.id)
  const at = desk.contacts.findIndex((one) => one.id === contact.id)
  if (!mine) return { ...desk, contacts: others }
  return { ...desk, contacts: at < 0 ? [...others, contact] : desk.contacts.with(at, contact) }
}

export function useAct() {
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: perform,
    onSuccess: (contact) => {
      client.setQueryData<Desk>(keys.desk, (desk) => (desk === undefined ? desk : putContact(desk, contact)))
    },
    onError: (problem) => message.error(sayProblem(problem)),
    onSettled: () => {
      for (const queryKey of [keys.desk, keys.contacts, keys.deskBoard]) {
        void client.invalidateQueries({ queryKey })
      }
    },
  })
}

export function useNote(id: string) {
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: (text: string) => api.post<unknown>(`/desk/contacts/${id}/notes`, { text }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.contact(id) }),
    onError: (problem) => message.error(sayProblem(problem)),
  })
}

export function useLink(id: string) {
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: (link: { kind: 'PARCEL' | 'TICKET'; ref: string }) =>
      api.post<ContactDetail>(`/desk/contacts/${id}/links`, link),
    onSuccess: (detail) => putAnswer(client, keys.contact(id), detail),
    onError: (problem) => message.error(sayProblem(problem)),
  })
}

/** Whose contacts are looked at. */
export type Whose = 'ALL' | 'CONTRACT' | 'RETAIL'

export function useDeskBoard(customers: Whose) {
  return useQuery({
    queryKey: [...keys.deskBoard, 'board', customers],
    queryFn: ({ signal }) => api.get<DeskBoard>('/desk/board', { customers }, signal),
    placeholderData: (previous) => previous,
    refetchInterval: BOARD_EVERY_MS,
  })
}

/** How well the desks do; the platform reckons it every few minutes. */
export function useDeskQuality() {
  return useQuery({
    queryKey: QUALITY,
    queryFn: ({ signal }) => api.get<DeskQuality>('/desk/board/quality', undefined, signal),
    refetchInterval: QUALITY_EVERY_MS,
    staleTime: QUALITY_EVERY_MS,
  })
}

const AGENTS = [...keys.deskBoard, 'agents']

export function useAgents() {
  return useQuery({
    queryKey: AGENTS,
    queryFn: ({ signal }) => api.get<Seat[]>('/desk/agents', undefined, signal),
    refetchInterval: BOARD_EVERY_MS,
  })
}

export interface OpenOnes {
  contacts: Contact[]
  /** Whether there are others that were not taken. */
  more: boolean
}

/** Contacts that are open: those that wait, longest first, and those that are talked to. A page of each, others when they are asked for. */
export function useOpenContacts() {
  const parts = [useOpenOnes('WAITING'), useOpenOnes('OFFERED'), useOpenOnes('TALKING')]
  const more = parts.filter((part) => part.hasMore)
  const data: OpenOnes | undefined = parts.some((part) => part.rows === undefined)
    ? undefined
    : { contacts: parts.flatMap((part) => part.rows ?? []), more: more.length > 0 }
  return {
    data,
    error: parts.find((part) => part.error !== null)?.error ?? null,
    fetchMore: () => {
      for (const part of more) part.more()
    },
    refetch: () => {
      for (const part of parts) part.retry()
    },
  }
}

function useOpenOnes(state: OpenState) {
  return usePages<Contact>(
    [...keys.deskBoard, 'contacts'],
    '/desk/contacts',
    { state, limit: BOARD_PAGE },
    true,
    BOARD_EVERY_MS,
  )
}

export function useSeatChange() {
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: ({ id, ...change }: { id: string } & SeatChange) => {
      const path = `/desk/agents/${id}`
      if (change.do === 'enable')
        return api.put<Seat>(path, { skills: change.skills, channels: change.channels })
      return change.do === 'force'
        ? api.post<Seat>(`${path}/force`, { reason: change.reason })
        : api.post<Seat>(`${path}/lift`)
    },
    onSuccess: (seat) => {
      client.setQueryData<Seat[]>(AGENTS, (seats) =>
        seats?.map((one) => (one.person.id === seat.person.id ? seat : one)),
      )
    },
    onError: (problem) => message.error(sayProblem(problem)),
    onSettled: () => client.invalidateQueries({ queryKey: keys.deskBoard }),
  })
}

type SeatChange =
  | { do: 'enable'; skills: Record<string, number>; channels: string[] }
  | { do: 'force'; reason: NotReadyReason | null }
  | { do: 'lift' }
