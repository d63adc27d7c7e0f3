import { groupWaybill } from './waybill'

describe('groupWaybill', () => {
  it('groups by four and leaves no lone digit', () => {
    expect(groupWaybill('YT6247854916511')).toEqual(['YT', '6247', '8549', '16511'])
    expect(groupWaybill('77712345678901')).toEqual(['7771', '2345', '6789', '01'])
  })

  it('groups the nine digits of an S10 number by three', () => {
    expect(groupWaybill('RR473124829GB')).toEqual(['RR', '473', '124', '829', 'GB'])
  })

  it('leaves unknown forms alone', () => {
    expect(groupWaybill('DPK-2024-0007')).toEqual(['DPK-2024-0007'])
  })
})
