import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Query } from '../../api/client'
import { ApiProblem } from '../../api/problem'
import { keys, putAnswer } from '../../api/query'
import type {
  ChargeDecision,
  ChargeFigures,
  ChargeRow,
  ChargeView,
  LiabilityEvidenceKind,
  NamedShare,
  UnitStatement,
} from '../../api/types'
import { usePages } from '../../shared/ui'
import type { Period } from './period'

interface Said {
  unit: string | null
  text: string
  attachmentIds: string[]
}

/** A step of a charge with what it needs. */
export type Step =
  | { step: 'evidence'; body: Said & { kind: LiabilityEvidenceKind } }
  | { step: 'rebuttal'; body: Said }
  | { step: 'appeal'; body: Said }
  | { step: 'arbitration'; body: { decision: ChargeDecision; shares: NamedShare[]; text: string } }
  | { step: 'settlement'; body: { shares: NamedShare[]; text: string } }

export function useCharges(query: Query) {
  return usePages<ChargeRow>(keys.charges, '/charges', query)
}

export function useCharge(id: string) {
  return useQuery({
    queryKey: keys.charge(id),
    queryFn: ({ signal }) => api.get<ChargeView>(`/charges/${id}`, undefined, signal),
  })
}

/** Takes one step on the version that is shown; when someone else was faster the drawer shows their work. */
export function useChargeStep(charge: ChargeRow) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ step, body }: Step) =>
      api.post<ChargeView>(`/charges/${charge.id}/${step}`, { ...body, version: charge.version }),
    onSuccess: (view) => {
      putAnswer(client, keys.charge(charge.id), view)
      void client.invalidateQueries({ queryKey: keys.charges })
    },
    onError: (problem) => {
      if (problem instanceof ApiProblem && problem.status === 409) {
        void client.invalidateQueries({ queryKey: keys.charge(charge.id) })
        void client.invalidateQueries({ queryKey: keys.charges })
      }
    },
  })
}

/** The statement of a unit; without one, of the reader's own. */
export function useStatement(unit: string | null, { from, to }: Period) {
  return useQuery({
    queryKey: [...keys.charges, 'statement', unit, from, to],
    queryFn: ({ signal }) => api.get<UnitStatement>('/charges/statement', { unit, from, to }, signal),
    placeholderData: (previous) => previous,
  })
}

/** Figures of a unit and all below it; without one, of the reader's own. */
export function useFigures(unit: string | null, { from, to }: Period) {
  return useQuery({
    queryKey: [...keys.charges, 'figures', unit, from, to],
    queryFn: ({ signal }) => api.get<ChargeFigures>('/charges/figures', { unit, from, to }, signal),
    placeholderData: (previous) => previous,
  })
}
