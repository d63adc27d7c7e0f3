import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, type Query } from '../../../api/client'
import { keys } from '../../../api/query'
import type { AddedPerson, InitialPassword, NewPerson, Person, PersonChange } from '../../../api/types'
import { usePages } from '../../../shared/ui'

export function usePeople(query: Query) {
  return usePages<Person>(keys.people, '/people', query)
}

function useRefreshing<V, R>(mutationFn: (value: V) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: keys.people }) })
}

export const useAddPerson = () =>
  useRefreshing((person: NewPerson) => api.post<AddedPerson>('/people', person))
export const useChangePerson = (id: string) =>
  useRefreshing((change: PersonChange) => api.put<Person>(`/people/${id}`, change))
export const useResetPassword = (id: string) =>
  useRefreshing(() => api.post<InitialPassword>(`/people/${id}/password-reset`))
export const useSignOutPerson = (id: string) => useRefreshing(() => api.post<void>(`/people/${id}/sign-out`))
