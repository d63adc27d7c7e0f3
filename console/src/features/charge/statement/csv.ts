/** A cell: words, or fen that a sheet is to add up. */
export type Cell = string | { fen: number }

/** What a sheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/
const QUOTED = /[",\r\n]/

function write(cell: Cell): string {
  if (typeof cell !== 'string') return (cell.fen / 100).toFixed(2)
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell
  return QUOTED.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** Rows as a file that sheets open in the right letters; no words in it can act as a formula. */
export function csvOf(rows: Cell[][]): string {
  return `\uFEFF${rows.map((row) => `${row.map(write).join(',')}\r\n`).join('')}`
}

/** Hands a text to the browser as a file to keep. */
export function saveText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
