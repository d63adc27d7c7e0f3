import type { Translation } from '../../../shared/i18n'
import { en as shared } from '../../../shared/version/copy/en'
import type { zh } from './zh-CN'

export const en: Translation<typeof zh> = {
  ...shared,
  title: 'Prices and times',
  noneTitle: 'No prices are in force',
  none: 'Prices are told to nobody, not by the assistant either, until headquarters approve a version. Version 1, which comes with the software, is an example: make it your own first.',
  versions: 'Versions',
  hint: 'Prices change by a new version, which a second person approves. What was quoted stays.',
  readOnly: 'You may read them, not change them.',
  packaged: 'the example that comes with the software',
  approveHint: 'Once in force, quotes here, by the assistant and for the public follow it.',
  parts: { products: 'Products and prices', zones: 'Zones', places: 'Places not served', advice: 'Advice' },
  anywhere: 'anywhere',
  addArea: 'Add an area',
  removeArea: (name) => `Remove ${name}`,
}
