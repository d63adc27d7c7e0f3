import type { ClaimBook, ClaimStandardVersion, VersionRow } from '../../../api/types'

const basis = {
  from: '2021-01-01',
  to: null,
  jurisdiction: '*',
  grade: 'A' as const,
  source: '法律条文',
  article: '民法典 第八百三十三条',
}

export const body: ClaimBook = {
  standard: {
    version: 'S-1',
    name: '标准',
    from: '2021-01-01',
    insured: [{ basis: { ...basis, id: 'insured.law' }, upToValue: true }],
    proven: [],
    unproven: [
      {
        basis: { ...basis, id: 'unproven.promise' },
        promiseFen: 30_000,
        feePerMille: null,
        feeMostFen: null,
        otherProof: false,
        everywhereToo: false,
      },
    ],
    parts: [],
    counting: [],
    totalDelays: [],
    refunds: [],
    exclusions: [],
    contracts: [],
    timesToClaim: [],
    evidence: [],
    rounding: [],
  },
  policy: {
    quickFen: 20_000,
    officerFen: 20_000,
    leadFen: 100_000,
    regionFen: 500_000,
    headquartersFen: 3_000_000,
    exposureDays: 30,
    quickHours: 24,
    examineHours: 48,
    approveHours: 24,
    evidenceDays: 14,
    payDays: 7,
  },
}

export const row: VersionRow = {
  version: 2,
  state: 'DRAFT',
  inForce: false,
  note: '承诺提高',
  author: '周敏',
  mine: false,
  madeAt: '2026-11-20T02:00:00Z',
  effectiveFrom: null,
  approvedBy: null,
  dropped: null,
  revision: 4,
}

export const draft: ClaimStandardVersion = { row, body, flaws: [] }

export const inForce: ClaimStandardVersion = {
  row: {
    ...row,
    version: 1,
    state: 'APPROVED',
    inForce: true,
    note: '',
    madeAt: '1970-01-01T00:00:00Z',
    effectiveFrom: '1970-01-01T00:00:00Z',
    approvedBy: 'Waypost',
  },
  body,
  flaws: [],
}
