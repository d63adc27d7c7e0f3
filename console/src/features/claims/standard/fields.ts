import type { ClaimBasis, ClaimPolicy, ClaimStandard } from '../../../api/types'
import type { standardCopy } from './copy'

export type ListName = Exclude<keyof ClaimStandard, 'version' | 'name' | 'from'>
/** A row of any list: what it stands on, and values by the API's names. */
export type Row = { basis: ClaimBasis } & Record<string, unknown>
export type ChoiceName = keyof ReturnType<typeof standardCopy.now>['choices']

export type FieldKind =
  | { kind: 'amount'; unit: number; digits: number; suffix: 'yuan' | 'times' | 'percent' | 'days' | 'months' }
  | { kind: 'flag' }
  | { kind: 'words'; most: number }
  | { kind: 'one' | 'many'; of: ChoiceName }

export type FieldOf = FieldKind & { name: string; optional?: boolean }

const yuan = (name: string, optional = false): FieldOf => ({
  name,
  kind: 'amount',
  unit: 100,
  digits: 2,
  suffix: 'yuan',
  optional,
})
const times = (name: string): FieldOf => ({
  name,
  kind: 'amount',
  unit: 1_000,
  digits: 3,
  suffix: 'times',
  optional: true,
})
const number = (name: string, suffix: 'days' | 'months'): FieldOf => ({
  name,
  kind: 'amount',
  unit: 1,
  digits: 0,
  suffix,
})
const flag = (name: string): FieldOf => ({ name, kind: 'flag' })
const one = (name: string, of: ChoiceName): FieldOf => ({ name, kind: 'one', of })
const many = (name: string, of: ChoiceName): FieldOf => ({ name, kind: 'many', of })

/** What the rows of each list say, in the order in which people read the standard. */
export const LISTS: { list: ListName; fields: FieldOf[] }[] = [
  { list: 'insured', fields: [flag('upToValue')] },
  { list: 'proven', fields: [yuan('capFen', true), times('capFeePerMille'), flag('prompted')] },
  {
    list: 'unproven',
    fields: [
      yuan('promiseFen', true),
      times('feePerMille'),
      yuan('feeMostFen', true),
      flag('otherProof'),
      flag('everywhereToo'),
    ],
  },
  { list: 'parts', fields: [] },
  { list: 'counting', fields: [one('circumstance', 'circumstance'), one('counts', 'kinds')] },
  { list: 'totalDelays', fields: [one('distance', 'distance'), number('days', 'days')] },
  {
    list: 'refunds',
    fields: [
      one('fee', 'fee'),
      many('kinds', 'kinds'),
      { name: 'perMille', kind: 'amount', unit: 10, digits: 1, suffix: 'percent' },
    ],
  },
  {
    list: 'exclusions',
    fields: [
      one('exclusion', 'exclusions'),
      one('effect', 'effect'),
      many('kinds', 'kinds'),
      many('feeStands', 'kinds'),
      flag('insuredToo'),
      flag('extraStands'),
    ],
  },
  { list: 'contracts', fields: [flag('agreedCount')] },
  {
    list: 'timesToClaim',
    fields: [one('use', 'use'), number('months', 'months'), { name: 'mayDecide', kind: 'words', most: 300 }],
  },
  {
    list: 'evidence',
    fields: [
      one('stage', 'stages'),
      many('anyOf', 'evidence'),
      many('kinds', 'kinds'),
      one('protection', 'protection'),
      yuan('aboveFen'),
    ],
  },
  { list: 'rounding', fields: [one('rounding', 'rounding')] },
]

/** What the policy says, by what it is about. */
export const POLICY: { part: 'quick' | 'tiers' | 'hours'; fields: (keyof ClaimPolicy)[] }[] = [
  { part: 'quick', fields: ['quickFen', 'exposureDays', 'quickHours'] },
  { part: 'tiers', fields: ['officerFen', 'leadFen', 'regionFen', 'headquartersFen'] },
  { part: 'hours', fields: ['examineHours', 'approveHours', 'evidenceDays', 'payDays'] },
]

/** The rows of a list as the generic form sees them. */
export const rowsOf = (standard: ClaimStandard, list: ListName) => standard[list] as unknown as Row[]

const EVERYWHERE = '*'
export const isEverywhere = (basis: ClaimBasis) => basis.jurisdiction === EVERYWHERE

/** A row to fill in. */
export function freshRow(fields: FieldOf[], from: string | null): Row {
  const basis: ClaimBasis = {
    id: '',
    from,
    to: null,
    jurisdiction: EVERYWHERE,
    grade: 'C',
    source: '',
    article: '',
  }
  const values = fields.map((field) => [field.name, freshValue(field)])
  return { ...Object.fromEntries(values), basis }
}

/** These may not be nothing in the API: what they are where nobody has chosen yet. */
const FIRST: Record<string, string> = { effect: 'BY_SHARE', protection: 'ANY', rounding: 'HALF_UP' }

function freshValue({ name, kind, optional }: FieldOf): unknown {
  if (kind === 'amount') return optional === true ? null : 0
  if (kind === 'flag') return false
  if (kind === 'many') return []
  return kind === 'words' ? '' : (FIRST[name] ?? null)
}
