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
    /** What somebody may open a ticket for, in two levels. */
    tree: (aboutNoParcel: boolean) => treeOf(kinds, aboutNoParcel),
    name: (code: string) => kinds.find((kind) => kind.code === code)?.name ?? code,
  }
}

interface Named extends KindEntry {
  name: string
}

export interface KindNode {
  value: string
  label: string
  children?: KindNode[]
}

/** First levels with their details; a detail says most, and a first level without one stands for itself. */
export function treeOf(kinds: Named[], aboutNoParcel: boolean): KindNode[] {
  const open = kinds.filter((kind) => kind.forPeople && kind.active && !(aboutNoParcel && kind.aboutParcel))
  const mains = [...new Set(open.map((kind) => kind.code.split('.')[0] ?? kind.code))]
  return mains.map((main) => {
    const own = open.find((kind) => kind.code === main)
    const details = open.filter((kind) => kind.code.startsWith(`${main}.`))
    const label = kinds.find((kind) => kind.code === main)?.name ?? main
    if (details.length === 0) return { value: main, label }
    const children = details.map((kind) => ({ value: kind.code, label: kind.name }))
    return {
      value: main,
      label,
      children: own === undefined ? children : [{ value: main, label }, ...children],
    }
  })
}
