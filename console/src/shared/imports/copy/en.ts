import type { Translation } from '../../i18n'
import type { zh } from './zh-CN'

export const en: Translation<typeof zh> = {
  drop: 'Drop a file here, or press to choose one',
  formats: 'CSV (UTF-8) or Excel (.xlsx)',
  checking: 'Checking; nothing has been written',
  template: 'Download an empty sheet',
  columns: 'Which columns',
  column: 'Column',
  meaning: 'What to fill in',
  required: 'required',
  checked: (file) => `${file} has been checked`,
  summary: (rows, created, updated, unchanged) =>
    `${rows} rows: ${created} new, ${updated} changed, ${unchanged} as they are.`,
  clean: 'No errors. It can be imported.',
  wrong: (count) => `${count} errors. Correct them and send the file again; with errors nothing is written.`,
  row: 'Row',
  field: 'Column',
  value: 'What it says',
  problem: 'Problem',
  apply: 'Import',
  again: 'Another file',
  done: (created, updated) => `Imported: ${created} new, ${updated} changed`,
  close: 'Close',
}
