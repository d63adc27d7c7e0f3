// What the server answers about money: payouts, batches, reconciliation and the ledger.
import {
  ACCOUNTS,
  BATCHES,
  DAYS,
  DIFFERENCES,
  eventsOf,
  key,
  PAYOUTS,
  postings,
  SETTLED,
  SOUND,
  UNSOUND,
  uuid,
} from './money-sample.mjs'
import { at } from './sample.mjs'

export function moneyRoutes({ ok, problem, paged, MODE }) {
  const none = MODE === 'empty'
  const listed = (items) => (none ? [] : MODE === 'few' ? items.slice(0, 3) : items)
  const report = (dryRun, more = {}) => ({
    dryRun,
    rows: 38,
    created: 0,
    updated: 38,
    unchanged: 0,
    errors: [],
    ...more,
  })
  const untotalled = (items, query) => {
    const answer = paged(items, query)
    return ok({ ...answer.body, total: null })
  }
  return [
    ['GET', /^\/payouts\/batches$/, () => ok(listed(BATCHES))],
    ['POST', /^\/payouts\/batches$/, () => (none ? problem(409, 'NOTHING_TO_PAY') : ok(BATCHES[0]))],
    [
      'POST',
      /^\/payouts\/batches\/[^/]+\/result$/,
      (_m, query) =>
        ok(
          query.get('dryRun') === 'true' && MODE === 'few'
            ? report(true, {
                updated: 0,
                errors: [
                  { row: 4, field: 'amount', value: '84.13', code: 'AMOUNT_DIFFERS', message: '' },
                  { row: 9, field: 'reason', value: '', code: 'MISSING', message: '' },
                  { row: 17, field: 'key', value: key(uuid(99)), code: 'NOT_IN_BATCH', message: '' },
                ],
              })
            : report(query.get('dryRun') === 'true'),
        ),
    ],
    ['GET', /^\/payouts\/reconciliations$/, () => ok(listed(DAYS))],
    [
      'GET',
      /^\/payouts\/reconciliations\/differences$/,
      (_m, query) => untotalled(query.get('open') === 'true' ? DIFFERENCES : SETTLED, query),
    ],
    [
      'POST',
      /^\/payouts\/reconciliations\/differences\/([^/]+)\/settle$/,
      ([wanted], _q, { verdict, words }) => {
        const found = DIFFERENCES.find((one) => one.id === wanted)
        if (found === undefined) return problem(404, 'NOT_FOUND')
        return found.proposedBy === '林晓' && found.verdict === verdict
          ? problem(403, 'SECOND_PERSON')
          : ok({ ...found, state: 'SETTLED', verdict, words, settledBy: '林晓', settledAt: at(0) })
      },
    ],
    [
      'POST',
      /^\/payouts\/reconciliations\/statements$/,
      () =>
        ok(
          MODE === 'few'
            ? report(false, {
                updated: 0,
                errors: [{ row: 3, field: 'amount', value: '-5', code: 'NO_AMOUNT', message: '' }],
              })
            : report(false, { created: 38, updated: 0 }),
        ),
    ],
    [
      'GET',
      /^\/payouts$/,
      (_m, query) =>
        untotalled(
          PAYOUTS.filter(
            ({ state, claim }) =>
              (!query.get('state') || state === query.get('state')) &&
              (!query.get('claim') || claim === query.get('claim')),
          ),
          query,
        ),
    ],
    [
      'GET',
      /^\/payouts\/([^/]+)$/,
      ([wanted]) => {
        const payout = PAYOUTS.find((one) => one.id === wanted)
        return payout === undefined
          ? problem(404, 'NOT_FOUND')
          : ok({ payout, remark: `快递理赔 ${payout.claim}`, events: eventsOf(payout) })
      },
    ],
    [
      'GET',
      /^\/ledger\/check$/,
      () => ok(none ? { ...SOUND, transactions: 0, lines: 0 } : MODE === 'few' ? UNSOUND : SOUND),
    ],
    [
      'GET',
      /^\/ledger\/accounts$/,
      (_m, query) =>
        untotalled(
          ACCOUNTS.filter(({ kind }) => !query.get('kind') || kind === query.get('kind')),
          query,
        ),
    ],
    [
      'GET',
      /^\/ledger\/accounts\/([^/]+)\/([^/]+)$/,
      ([kind, named], query) => {
        const owner = named === '-' ? '' : decodeURIComponent(named)
        const found = ACCOUNTS.find((one) => one.kind === kind && one.owner === owner)
        if (found === undefined || none) return problem(404, 'NOT_FOUND')
        query.set('limit', '20')
        return ok({ account: found, postings: untotalled(postings(owner), query).body })
      },
    ],
  ]
}
