import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { api } from '../../api/client'
import { keys } from '../../api/query'
import type { Colleague, Contact, Desk, Guest } from '../../api/types'
import { sayProblem } from '../../shared/problems'

/** Who is at the desk and can be asked or passed to, wherever they belong. */
export function useColleagues(typed: string) {
  return useQuery({
    queryKey: [...keys.desk, 'colleagues', typed],
    queryFn: ({ signal }) => api.get<Colleague[]>('/desk/colleagues', { typed }, signal),
    placeholderData: (previous) => previous,
  })
}

export type GuestAct =
  | { act: 'ask'; contact: Contact; person: string; note: string }
  | { act: 'come'; contact: Contact }
  | { act: 'raise' | 'finish'; contact: Contact; person: string }

function perform(act: GuestAct): Promise<Contact> {
  const path = `/desk/contacts/${act.contact.id}/guests`
  switch (act.act) {
    case 'ask':
      return api.post(path, { person: act.person, note: act.note })
    case 'come':
      return api.post(`${path}/come`)
    case 'raise':
      return api.post(`${path}/${act.person}/raise`)
    case 'finish':
      return api.delete(`${path}/${act.person}`)
  }
}

export function guestIn(contact: Contact, person: string): Guest | undefined {
  return contact.guests.find((guest) => guest.person.id === person)
}

/** Puts what a step answered where it is shown: among one's own, or among those one was asked into. */
export function putGuests(desk: Desk, contact: Contact): Desk {
  const put = (contacts: Contact[]) => contacts.map((one) => (one.id === contact.id ? contact : one))
  return {
    ...desk,
    contacts: put(desk.contacts),
    guestOf: put(desk.guestOf).filter((one) => guestIn(one, desk.me.person.id) !== undefined),
  }
}

export function useGuestAct() {
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: perform,
    onSuccess: (contact) => {
      client.setQueryData<Desk>(keys.desk, (desk) => (desk === undefined ? desk : putGuests(desk, contact)))
    },
    onError: (problem) => message.error(sayProblem(problem)),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.desk, exact: true })
      void client.invalidateQueries({ queryKey: keys.contacts })
    },
  })
}

export function useWhisper(contact: string) {
  const { message } = App.useApp()
  return useMutation({
    mutationFn: (text: string) => api.post<unknown>(`/desk/contacts/${contact}/whispers`, { text }),
    onError: (problem) => message.error(sayProblem(problem)),
  })
}
