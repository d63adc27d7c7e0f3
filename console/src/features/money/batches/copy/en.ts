import type { Translation } from '../../../../shared/i18n'
import type { zh } from './zh-CN'

export const en: Translation<typeof zh> = {
  title: 'Bank batches',
  lead: 'Make a batch, take the file to the bank, bring its answer back',
  make: 'Make a batch',
  made: (number, count, amount) =>
    `Batch ${number} is ready: ${count} payouts, ${amount} in all. Download the file for the bank.`,
  nothing: 'No payout waits for a batch now.',
  record:
    'The file has names and whole accounts of payees and is for the bank only. Who downloads it is recorded.',
  none: 'No batch yet',
  noneHint: 'When payouts wait for the bank, “Make a batch” above puts them into one file.',
  column: {
    number: 'Batch',
    payouts: 'Payouts',
    amount: 'Total',
    made: 'Made',
    fetched: 'First downloaded',
    state: 'State',
    does: 'Actions',
  },
  by: (time, who) => `${time}, ${who}`,
  notFetched: 'not downloaded yet',
  payouts: (count) => `${count} payouts`,
  waiting: 'waiting for the bank',
  left: (count) => `${count} still open`,
  closed: 'all answered',
  download: 'Download the file',
  result: 'Bring the answer',
  resultTitle: (number) => `Answer of the bank to batch ${number}`,
  resultColumns: {
    key: 'Merchant key, the key of the batch file',
    amount: 'Amount in yuan, the same as in the batch file',
    result: 'PAID or FAILED (成功, 失败)',
    reason: 'Why it failed; needed where it did',
  },
  readable: (rows) => `All ${rows} lines of the bank are understood; nothing is booked yet.`,
  unreadable: (rows) => `${rows} lines of the bank.`,
  applied: (changed, same) => `Booked: ${changed} payouts have an outcome now, ${same} had one before.`,
}
