import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client'
import { keys } from '../../api/query'
import type { FindingRow, FreshnessList, NetworkBoard } from '../../api/types'
import { usePages } from '../../shared/ui'

/** Hints tell when a board changes; once a minute it is fetched in any case. */
const EVERY_MS = 60_000

export function useBoard(unit: string) {
  return useQuery({
    queryKey: [...keys.boards, 'network', unit],
    queryFn: ({ signal }) => api.get<NetworkBoard>('/boards/network', { unit }, signal),
    refetchInterval: EVERY_MS,
    placeholderData: (previous) => previous,
  })
}

export function useFreshness(unit: string) {
  return useQuery({
    queryKey: [...keys.boards, 'freshness', unit],
    queryFn: ({ signal }) => api.get<FreshnessList>('/boards/freshness', { unit }, signal),
    refetchInterval: EVERY_MS,
    placeholderData: (previous) => previous,
  })
}

export interface FindingFilter {
  unit: string | null
  province: string | null
  all: boolean
}

export function useFindings(filter: FindingFilter) {
  return usePages<FindingRow>(keys.findings, '/findings', {
    unit: filter.unit,
    province: filter.province,
    open: filter.all ? null : true,
  })
}
