import type { Translation } from '../../i18n'
import type { zh } from './zh-CN'

export const en: Translation<typeof zh> = {
  once: 'Shown only this once. Copy it now and hand it over by a safe way.',
  copy: (what) => `Copy ${what}`,
  copied: 'Copied',
  copyFailed: 'Could not copy; please select and copy by hand',
  close: 'I have kept it',
}
