import { screen, within } from '@testing-library/react'
import { answer, renderPage, someone } from '../../../test/render'
import { statement } from '../testing'
import { csvOf } from './csv'
import { entriesOf, sumOf } from './entries'
import StatementPage from './StatementPage'
import { sheetOf } from './sheet'

describe('the statement of a unit', () => {
  it('says what each booking is, marks what was given back, and adds up', async () => {
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => answer(statement)),
    )
    renderPage(<StatementPage />, '/charges/statement?from=2026-11-01&to=2026-11-30', someone('charge.read'))
    const table = within(await screen.findByRole('table'))
    expect(table.getByText('冲回').closest('tr')).toHaveTextContent('−50.00 元')
    expect(table.getByText('仲裁后终扣').closest('tr')).toHaveTextContent('25.00 元')
    expect(table.getAllByRole('link', { name: 'LP1' })[0]).toHaveAttribute('href', '/charges?text=LP1')
    const owed = within(screen.getByRole('region', { name: '终扣款' }))
    expect(owed.getAllByText('24.00 元')).toHaveLength(2)
  })

  it('books as much as lies between the opening and the closing', () => {
    const { opening, closing, lines } = statement
    const { heldFen, owedFen } = sumOf(lines)
    expect(opening.provisionalFen + heldFen).toBe(closing.provisionalFen)
    expect(opening.receivableFen + owedFen).toBe(closing.receivableFen)
  })

  it('puts the two lines of one booking side by side', () => {
    const at = '2026-11-20T01:00:00Z'
    const reference = 'liability/LP2/final'
    const both = (['UNIT_PROVISIONAL', 'UNIT_RECEIVABLE'] as const).map((account, index) => ({
      at,
      account,
      reference,
      note: '',
      claimNumber: 'LP2',
      fen: index === 0 ? -700 : 700,
    }))
    expect(entriesOf({ ...statement, lines: both })).toMatchObject([
      { what: 'FINAL', heldFen: -700, owedFen: 700 },
    ])
  })

  it('keeps words of a sheet from acting as a formula, and amounts as numbers', () => {
    expect(
      csvOf([
        ['=1+1', '+86', '-x', '@a', '\tb'],
        [{ fen: -5_000 }, 'a "b", c'],
      ]),
    ).toBe('\uFEFF\'=1+1,\'+86,\'-x,\'@a,\'\tb\r\n-50.00,"a ""b"", c"\r\n')
    expect(sheetOf(statement)).toContain("'=1+1,,0.00,-1.00,'=cmd")
  })
})
