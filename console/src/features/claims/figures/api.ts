import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client'
import { keys } from '../../../api/query'
import type { ClaimFigures } from '../../../api/types'

export function useClaimFigures(days: number) {
  return useQuery({
    queryKey: keys.claimFigures(days),
    queryFn: ({ signal }) => api.get<ClaimFigures>('/claims/figures', { days }, signal),
  })
}
