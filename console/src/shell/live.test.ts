import { staleBy } from './live'

describe('live hints', () => {
  it('make the lists, the ticket and its parcel stale', () => {
    expect(staleBy('ticket', { id: 't1', waybill: 'YT1' })).toEqual([
      ['tickets'],
      ['ticket-counts'],
      ['ticket', 't1'],
      ['parcel', 'YT1'],
      ['parcel-tickets', 'YT1'],
    ])
  })

  it('make the lists of claims and the claim stale', () => {
    expect(staleBy('claim', { id: 'c1' })).toEqual([['claims'], ['claim', 'c1']])
  })

  it('make payouts stale with the batches and the accounts that they move', () => {
    expect(staleBy('payout', { id: 'p1' })).toEqual([['payouts'], ['payout-batches'], ['accounts']])
    expect(staleBy('reconciliation', {})).toEqual([['reconciliation']])
  })

  it('survive a hint without details', () => {
    expect(staleBy('ticket', {})).toEqual([['tickets'], ['ticket-counts']])
    expect(staleBy('clock', {})).toEqual([])
  })
})
