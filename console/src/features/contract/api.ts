import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/client'
import { keys, putAnswer } from '../../api/query'
import type {
  Channel,
  ChatSite,
  ContractDetail,
  ContractFields,
  ContractPersonClear,
  MessageChannel,
  Seat,
} from '../../api/types'
import { getLocale } from '../../shared/i18n'
import { useCan } from '../identity'
import type { Calendar } from '../sop'

export function useContract(id: string) {
  return useQuery({
    queryKey: keys.contract(id),
    queryFn: ({ signal }) => api.get<ContractDetail>(`/contracts/${id}`, undefined, signal),
    // What is going to be changed is read when it is opened, not taken from an earlier look.
    staleTime: 0,
  })
}

/** Adds a contract, or changes the one that is given. */
export function useSaveContract(detail: ContractDetail | null) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ code, contract }: { code: string; contract: ContractFields }) =>
      detail === null
        ? api.post<ContractDetail>('/contracts', { code, contract })
        : api.put<ContractDetail>(`/contracts/${detail.contract.id}`, {
            version: detail.contract.version,
            contract,
          }),
    onSuccess: (saved) => putAnswer(client, keys.contract(saved.contract.id), saved),
    onSettled: () => client.invalidateQueries({ queryKey: keys.contracts }),
  })
}

export function useUnmaskPerson(contract: string) {
  return useMutation({
    mutationFn: ({ person, reason }: { person: string; reason: string }) =>
      api.post<ContractPersonClear>(`/contracts/${contract}/people/${person}/unmask`, { reason }),
  })
}

/** Who could be somebody's own agent: those who have been at the desk. */
export function useDeskPeople() {
  return useQuery({
    queryKey: [...keys.contracts, 'agents'],
    queryFn: ({ signal }) => api.get<Seat[]>('/desk/agents', undefined, signal),
  })
}

export function useCalendarChoice(enabled: boolean) {
  return useQuery({
    queryKey: [...keys.calendars, 'list'],
    queryFn: ({ signal }) => api.get<Calendar[]>('/calendars', undefined, signal),
    enabled,
  })
}

/** What work calendars are called; by their code to whoever does not see them, and until they are there. */
export function useCalendarName(): (code: string) => string {
  const can = useCan()
  const { data } = useCalendarChoice(can('calendar.read'))
  return (code) => {
    const found = data?.find((one) => one.code === code)
    return found === undefined ? code : sayCalendar(found)
  }
}

export function sayCalendar(calendar: Calendar): string {
  return getLocale() === 'en' ? calendar.nameEn : calendar.nameZh
}

export interface OurAccount {
  value: string
  label: string
}

/** Chat sites and accounts of channels to choose from, as far as whoever asks sees them. */
export function useOurAccounts(): (channel: Channel) => OurAccount[] {
  const can = useCan()
  const sites = useQuery({
    queryKey: [...keys.contracts, 'sites'],
    queryFn: ({ signal }) => api.get<ChatSite[]>('/chat/sites', undefined, signal),
    enabled: can('chat.sites'),
  })
  const channels = useQuery({
    queryKey: keys.channels,
    queryFn: ({ signal }) => api.get<MessageChannel[]>('/channels', undefined, signal),
    enabled: can('channels.manage'),
  })
  return (channel) =>
    (channel === 'CHAT'
      ? (sites.data ?? [])
      : (channels.data ?? []).flatMap((one) => (one.channel === channel ? one.accounts : []))
    ).map(({ key, name }) => ({ value: key, label: `${key} · ${name}` }))
}
