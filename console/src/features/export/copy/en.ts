import type { Translation } from '../../../shared/i18n'
import type { zh } from './zh-CN'

export const en: Translation<typeof zh> = {
  export: 'Export',
  running: (percent: string) => `Exporting ${percent}`,
  order: 'Export this list',
  orderHint:
    'Writes the list as it is filtered and sorted now to Excel, in the background; you may leave the page.',
  ordered: 'The export has begun; you will be told here when it is ready',
  ready: (title: string) => `“${title}” is ready to download`,
  list: 'Recent exports',
  none: 'Nothing was exported yet.',
  state: {
    QUEUED: 'Waiting',
    RUNNING: 'Exporting',
    DONE: 'Ready',
    FAILED: 'Failed',
    CANCELLED: 'Cancelled',
    EXPIRED: 'Expired',
  },
  failure: {
    BROKEN: 'It failed several times. Try again later; if it persists, tell your administrator.',
    NOT_ALLOWED: 'Your rights or your unit have changed. Please export again.',
    TOO_LARGE: 'There are too many rows. Please narrow the list first.',
  },
  rows: (done: string, total: string) => `${done} of ${total} rows`,
  allRows: (done: string) => `${done} rows`,
  download: 'Download',
  size: (size: string) => `${size} MB`,
  kept: 'Files are kept for 3 days.',
  cancel: 'Cancel',
}
