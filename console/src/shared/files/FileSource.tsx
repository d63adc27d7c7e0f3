import type { Attachment } from '../../api/types'
import { useUnitName } from '../units'
import { fileCopy } from './copy'

/** Who added a file, and for which unit. */
export function FileSource({ file }: { file: Attachment }) {
  const t = fileCopy.use()
  const unit = useUnitName(file.purpose === '' ? null : file.purpose)
  const words = unit === '' ? file.by : t.by(file.by, unit)
  return <small title={words}>{words}</small>
}
