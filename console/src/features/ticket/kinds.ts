import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client'
import { getLocale } from '../../shared/i18n'

interface KindEntry {
  code: string
  nameZh: string
  nameEn: string
  aboutParcel: boolean
  forPeople: boolean
  active: boolean
}

/** The kinds of ticket there are, named in the reader's language; they are data and change seldom. */
export function useKinds() {
  const { data } = useQuery({
    queryKey: ['ticket-kinds'],
    queryFn: () => api.get<KindEntry[]>('/kinds'),
    staleTime: 600_000,
  })
  const kinds = (data ?? []).map((entry) => ({
    ...entry,
    name: getLocale() === 'en' ? entry.nameEn : entry.nameZh,
  }))
  return {
    all: kinds,
    mains: kinds.filter((kind) => !kind.code.includes('.')),
    name: (code: string) => kinds.find((kind) => kind.code === code)?.name ?? code,
  }
}
