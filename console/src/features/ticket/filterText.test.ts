import { conditionOf, pieceOf, pieces, withoutPiece, withPiece } from './filterText'

describe('the text of a filter', () => {
  it('is taken apart where all must hold, and groups stay whole', () => {
    const text = 'state:is:WAITING,REPLIED;(urgent:is:true|urges:min:2);!level:is:OUTLET;waybill:is:a\\;b'
    expect(pieces(text)).toEqual([
      'state:is:WAITING,REPLIED',
      '(urgent:is:true|urges:min:2)',
      '!level:is:OUTLET',
      'waybill:is:a\\;b',
    ])
    expect(conditionOf('state:is:WAITING,REPLIED')).toEqual({
      field: 'state',
      op: 'is',
      values: ['WAITING', 'REPLIED'],
    })
    expect(conditionOf('(urgent:is:true|urges:min:2)')).toBeNull()
    expect(conditionOf('!level:is:OUTLET')).toBeNull()
    expect(conditionOf('dueAt:empty')).toEqual({ field: 'dueAt', op: 'empty', values: [] })
  })

  it('goes back to what it was', () => {
    for (const condition of [
      { field: 'waybill', op: 'is', values: ['a;b', 'c,d\\e', '(f)'] },
      { field: 'dueAt', op: 'before', values: ['2026-11-28T08:00:00Z'] },
    ]) {
      expect(conditionOf(pieceOf(condition))).toEqual(condition)
    }
  })

  it('takes a condition once, and lets it go', () => {
    const once = withPiece('urgent:is:true', 'urges:min:2')
    expect(withPiece(once, 'urges:min:2')).toBe('urgent:is:true;urges:min:2')
    expect(withoutPiece(once, 'urgent:is:true')).toBe('urges:min:2')
    expect(withoutPiece('urges:min:2', 'urges:min:2')).toBe('')
  })
})
