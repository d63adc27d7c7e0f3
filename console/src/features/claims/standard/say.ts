import type { ClaimBasis } from '../../../api/types'
import { sayFen } from '../../../shared/money'
import { provinceName } from '../../../shared/places'
import { standardCopy } from './copy'
import { type ChoiceName, isEverywhere, type ListName, type Row } from './fields'

type Part = string | false | null | undefined

/** Phrases that apply, as one sentence. */
const join = (...parts: Part[]) => parts.filter((part) => part !== '' && part).join('；')

/** A choice in words. */
export function sayChoice(of: ChoiceName, value: unknown): string {
  const { choices, unset } = standardCopy.now()
  return (choices[of] as Record<string, string>)[String(value)] ?? unset
}

function sayAll(of: ChoiceName, values: unknown, between: string): string {
  return Array.isArray(values) ? values.map((value) => sayChoice(of, value)).join(between) : ''
}

/** What a row says is owed, in one sentence. */
export function sayRow(list: ListName, row: Row): string {
  const { say } = standardCopy.now()
  const amount = (name: string, words: (text: string) => string) =>
    typeof row[name] === 'number' && words(sayFen(row[name]))
  const share = (name: string, unit: number, words: (text: string) => string) =>
    typeof row[name] === 'number' && words(String(row[name] / unit))
  const kinds = (name: string, words: (text: string) => string) => {
    const said = sayAll('kinds', row[name], say.and)
    return said !== '' && words(said)
  }
  switch (list) {
    case 'insured':
      return join(say.insured, row.upToValue === true && say.toValue)
    case 'proven': {
      const [most, times] = [amount('capFen', say.most), share('capFeePerMille', 1_000, say.mostTimes)]
      return join(
        say.proven,
        most,
        times,
        most && times && say.higher,
        (most || times) && row.prompted !== true && say.unprompted,
      )
    }
    case 'unproven':
      return join(
        amount('promiseFen', say.promise),
        share('feePerMille', 1_000, say.timesFee),
        amount('feeMostFen', say.timesMost),
        row.otherProof === true && say.otherProof,
        row.everywhereToo === true && say.everywhereToo,
      )
    case 'parts':
      return say.parts
    case 'counting':
      return say.counts(sayChoice('circumstance', row.circumstance), sayChoice('kinds', row.counts))
    case 'totalDelays':
      return say.totalDelay(sayChoice('distance', row.distance), String(row.days))
    case 'refunds':
      return say.refund(
        sayAll('kinds', row.kinds, say.and),
        sayChoice('fee', row.fee),
        String(Number(row.perMille) / 10),
      )
    case 'exclusions':
      return join(
        say.excluded(sayChoice('exclusions', row.exclusion), sayChoice('effect', row.effect)),
        kinds('kinds', say.only),
        row.insuredToo === true ? say.insuredToo : say.notInsured,
        kinds('feeStands', say.feeStands),
        row.extraStands === true && say.extraStands,
      )
    case 'contracts':
      return row.agreedCount === true ? say.agreed : say.notAgreed
    case 'timesToClaim':
      return join(say.within(String(row.months), sayChoice('use', row.use)), String(row.mayDecide))
    case 'evidence':
      return join(
        say.needed(sayChoice('stages', row.stage), sayAll('evidence', row.anyOf, say.or)),
        kinds('kinds', say.only),
        row.protection !== 'ANY' && sayChoice('protection', row.protection),
        Number(row.aboveFen) > 0 && amount('aboveFen', say.above),
      )
    case 'rounding':
      return sayChoice('rounding', row.rounding)
  }
}

export function sayPlace(basis: ClaimBasis): string {
  return isEverywhere(basis) ? standardCopy.now().everywhere : provinceName(basis.jurisdiction)
}

/** The days of posting on which a row counts. */
export function sayDays({ from, to }: ClaimBasis): string {
  const t = standardCopy.now()
  return t.span(from ?? t.unset, to ?? t.noEnd)
}

/** What a row stands on, in one line. */
export function sayBasis(basis: ClaimBasis): string {
  return join(basis.article, basis.source, sayChoice('grades', basis.grade), sayPlace(basis), sayDays(basis))
}
