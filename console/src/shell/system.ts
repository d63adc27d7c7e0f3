import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../api/client'
import { keys } from '../api/query'
import type { SystemInfo } from '../api/types'
import { setBusinessClock } from '../shared/clock/clock'

/** What the server says of itself; also sets the business clock. */
export function useSystem() {
  const query = useQuery({
    queryKey: keys.system,
    queryFn: ({ signal }) => api.get<SystemInfo>('/system', undefined, signal),
    refetchInterval: (state) => (state.state.data?.warmUp ? 4_000 : 60_000),
    staleTime: 3_000,
  })
  const { data } = query
  useEffect(() => {
    if (data !== undefined) setBusinessClock(data.now, data.speed)
  }, [data])
  return query
}
