import type { Unit } from '../../api/types'
import { onTreeKey, visibleRows } from './model'

const unit = (code: string, childCount = 0) => ({ code, name: code, childCount }) as Unit
const byParent = new Map([
  ['', [unit('HQ', 2)]],
  ['HQ', [unit('R1', 1), unit('R2', 1)]],
  ['R1', [unit('P1')]],
])

describe('the organisation tree', () => {
  const rows = visibleRows(byParent, new Set(['HQ', 'R1', 'R2']))

  it('shows what is unfolded, and what is still on its way', () => {
    expect(rows.map((row) => [row.unit.code, row.level, row.unfolded, row.waiting])).toEqual([
      ['HQ', 1, true, false],
      ['R1', 2, true, false],
      ['P1', 3, false, false],
      ['R2', 2, true, true],
    ])
    expect(visibleRows(byParent, new Set()).map((row) => row.unit.code)).toEqual(['HQ'])
  })

  it('is walked with the arrow keys', () => {
    expect(onTreeKey('ArrowDown', 3, rows)).toEqual({ to: 3 })
    expect(onTreeKey('ArrowLeft', 2, rows)).toEqual({ to: 1 })
    expect(onTreeKey('ArrowLeft', 1, rows)).toEqual({ fold: 'R1' })
    expect(onTreeKey('ArrowRight', 1, rows)).toEqual({ to: 2 })
    expect(onTreeKey('ArrowRight', 2, rows)).toBeNull()
    expect(onTreeKey('ArrowRight', 0, visibleRows(byParent, new Set()))).toEqual({ unfold: 'HQ' })
    expect(onTreeKey('Enter', 2, rows)).toEqual({ open: 2 })
  })
})
