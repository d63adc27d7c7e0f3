import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { api } from '../../api/client'
import { keys } from '../../api/query'
import type {
  FindingRow,
  FreshnessList,
  MassEventList,
  NetworkBoard,
  PrecisionBoard,
  UnderWayRow,
} from '../../api/types'
import { usePages } from '../../shared/ui'

/** Hints tell when a board changes; once a minute it is fetched in any case. */
const EVERY_MS = 60_000
/** The server takes a new picture only so often; whoever asks between is shown the one before and asks again. */
const AGAIN_MS = 5_000

export function useBoard(unit: string) {
  const client = useQueryClient()
  const queryKey = [...keys.boards, 'network', unit]
  const seenBefore = useRef(false)
  return useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const board = await api.get<NetworkBoard>('/boards/network', { unit }, signal)
      seenBefore.current = client.getQueryData<NetworkBoard>(queryKey)?.at === board.at
      return board
    },
    refetchInterval: () => (seenBefore.current ? AGAIN_MS : EVERY_MS),
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

export function usePrecision(unit: string, weeks: number) {
  return useQuery({
    queryKey: [...keys.boards, 'precision', unit, weeks],
    queryFn: ({ signal }) => api.get<PrecisionBoard>('/boards/precision', { unit, weeks }, signal),
    placeholderData: (previous) => previous,
  })
}

/** Places where many parcels fell silent together, those that stand. */
export function useMassEvents(unit: string | null) {
  return useQuery({
    queryKey: [...keys.findings, 'events', unit],
    queryFn: ({ signal }) => api.get<MassEventList>('/watch/events', { unit, open: true }, signal),
    refetchInterval: EVERY_MS,
  })
}

export interface FindingFilter {
  unit: string | null
  province: string | null
  all: boolean
  stage: string | null
  laneClass: string | null
  outcome: string | null
  from: string | null
  until: string | null
  event: string | null
}

export function useFindings(filter: FindingFilter) {
  return usePages<FindingRow>(keys.findings, '/findings', {
    unit: filter.unit,
    province: filter.province,
    open: filter.all ? null : true,
    stage: filter.stage,
    laneClass: filter.laneClass,
    outcome: filter.outcome,
    from: filter.from,
    until: filter.until,
    event: filter.event,
  })
}

export function useUnderWay(filter: { unit: string | null; province: string | null; watched: boolean }) {
  return usePages<UnderWayRow>([...keys.findings, 'under-way'], '/watch/parcels', {
    unit: filter.unit,
    province: filter.province,
    watched: filter.watched ? true : null,
  })
}
