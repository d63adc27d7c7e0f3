import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client'
import { keys } from '../../api/query'
import type { components } from '../../api/schema'
import { getLocale } from '../../shared/i18n'

type CauseEntry = components['schemas']['CauseView']

/** The catalogue of root causes, named in the reader's language; it is data and changes seldom. */
export function useCauses() {
  const { data, isPending, isError, refetch } = useQuery({
    queryKey: [...keys.causes, 'all'],
    queryFn: ({ signal }) => api.get<CauseEntry[]>('/causes', undefined, signal),
    staleTime: 600_000,
  })
  const causes = (data ?? []).map((cause) => ({
    ...cause,
    name: getLocale() === 'en' ? cause.nameEn : cause.nameZh,
  }))
  return {
    isPending,
    isError,
    refetch,
    tree: (kept: string | null) => treeOf(causes, kept),
    name: (code: string) => nameOf(causes, code),
  }
}

type Named = Pick<CauseEntry, 'code' | 'main' | 'active'> & { name: string }

export interface CauseNode {
  value: string
  label: string
  children: { value: string; label: string }[]
}

/**
 * The first levels with the causes under them; the server takes only a cause of the second level that is in use.
 * A retired cause stays where a ticket already has it.
 */
export function treeOf(causes: Named[], kept: string | null): CauseNode[] {
  const offered = causes.filter((cause) => cause.active || cause.code === kept)
  return causes
    .filter((cause) => cause.code === cause.main)
    .map((main) => ({
      value: main.code,
      label: main.name,
      children: offered
        .filter((cause) => cause.main === main.code && cause.code !== main.code)
        .map((cause) => ({ value: cause.code, label: cause.name })),
    }))
    .filter((main) => main.children.length > 0)
}

/** Both levels by name; the code itself where the catalogue does not know it. */
export function nameOf(causes: Named[], code: string): string {
  const cause = causes.find((one) => one.code === code)
  if (cause === undefined) return code
  const main = causes.find((one) => one.code === cause.main)
  return main === undefined || main === cause ? cause.name : `${main.name} · ${cause.name}`
}
