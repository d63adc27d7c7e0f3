import type { Translation } from '../../../shared/i18n'
import type { zh } from './zh-CN'

export const en: Translation<typeof zh> = {
  pages: 'Payouts and reconciliation',
  payouts: 'Payouts',
  batches: 'Bank batches',
  reconciliation: 'Reconciliation',
  ledger: 'Ledger',
  gateways: { 'bank-file': 'bank file' },
  system: 'system',
  customer: 'customer',
  headquartersOnly: 'This page is for headquarters only',
  headquartersHint:
    'There is one set of books for the whole network, kept by headquarters. Payouts of your own area are under Payouts.',
  next: 'Next row',
  previous: 'Previous row',
  openRow: 'Open',
}
