import type { Translation } from '../../i18n'
import type { zh } from './zh-CN'

export const en: Translation<typeof zh> = {
  add: 'Add files',
  hint: 'Photos, PDF, films (MP4, MOV), xlsx, docx; photos lose the place where they were taken.',
  uploading: (name) => `Uploading ${name}`,
  remove: (name) => `Remove ${name}`,
  by: (who, unit) => `${who} · ${unit}`,
}
