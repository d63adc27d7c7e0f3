import type { CaseFacts, ClaimKind, ClaimView, Evidence, Exclusion, Mismatch } from '../../../api/types'
import { yuanText } from '../../../shared/money'
import { fenOf } from './MoneyField'

/** The facts as a form holds them: amounts in yuan as text, shares in percent. */
export interface FactsValues {
  kind: ClaimKind
  goods?: string
  claimed?: string
  proven?: string
  insured?: string
  lost?: string
  carriage?: string
  insurance?: string
  mismatch?: Mismatch
  grossNegligence?: boolean
  nothingFurther?: boolean
  evidence?: Evidence[]
  found?: { exclusion: Exclusion; percent: number }[]
}

export function valuesOf({ what, row }: ClaimView): FactsValues {
  return {
    kind: what.kind,
    goods: row.goods,
    claimed: yuanText(what.worth.claimedFen),
    proven: yuanText(what.worth.provenFen),
    insured: yuanText(what.worth.insuredFen),
    lost: yuanText(what.extent?.lostFen),
    carriage: yuanText(what.fees.carriageFen),
    insurance: yuanText(what.fees.insuranceFen),
    mismatch: what.mismatch ?? undefined,
    grossNegligence: what.grossNegligence,
    nothingFurther: what.worth.nothingFurther,
    evidence: what.evidence,
    found: what.found.map((one) => ({ exclusion: one.exclusion, percent: one.perMille / 10 })),
  }
}

/** What was known with what was typed over it; what the form does not ask stays as it was. */
export function factsOf(values: FactsValues, before: CaseFacts): CaseFacts {
  const lostFen = fenOf(values.lost)
  return {
    ...before,
    kind: values.kind,
    worth: {
      ...before.worth,
      claimedFen: fenOf(values.claimed),
      provenFen: fenOf(values.proven),
      insuredFen: fenOf(values.insured),
      nothingFurther: values.nothingFurther ?? false,
    },
    fees: {
      ...before.fees,
      carriageFen: fenOf(values.carriage) ?? 0,
      insuranceFen: fenOf(values.insurance) ?? 0,
    },
    extent: before.extent === null && lostFen === null ? null : { ...(before.extent ?? NO_EXTENT), lostFen },
    mismatch: values.kind === 'MISMATCH' ? (values.mismatch ?? null) : null,
    grossNegligence: values.grossNegligence ?? false,
    evidence: values.evidence ?? [],
    found: (values.found ?? []).map((one) => ({
      exclusion: one.exclusion,
      perMille: Math.round(one.percent * 10),
    })),
  }
}

const NO_EXTENT = {
  lostFen: null,
  piecesLost: null,
  piecesSent: null,
  perMille: null,
  lostByDelay: false,
  kept: false,
}

/** A case of which only this is known. */
export function freshFacts(kind: ClaimKind, claimedFen: number | null): CaseFacts {
  return {
    kind,
    jurisdiction: null,
    worth: {
      insuredFen: null,
      claimedFen,
      provenFen: null,
      nothingFurther: false,
      otherProofs: [],
      indirectFen: 0,
    },
    fees: { carriageFen: 0, insuranceFen: 0, extras: [], promiseRefunds: false },
    extent: null,
    mismatch: null,
    grossNegligence: false,
    found: [],
    contract: null,
    evidence: [],
  }
}
