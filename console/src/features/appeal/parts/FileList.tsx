import type { Attachment } from '../../../api/types'
import { FileTiles } from '../../../shared/files'
import { EmptyState } from '../../../shared/ui'
import { useUnitName } from '../../../shared/units'
import { appealCopy } from '../copy'

/** Evidence, with who added it. */
export function FileList({ files }: { files: Attachment[] }) {
  const t = appealCopy.use()
  if (files.length === 0) {
    return <EmptyState title={t.noEvidence}>{t.noEvidenceHint}</EmptyState>
  }
  return <FileTiles files={files} source={(file) => <Source file={file} />} />
}

function Source({ file }: { file: Attachment }) {
  const t = appealCopy.use()
  const unit = useUnitName(file.purpose)
  return <small title={t.files.by(file.by, unit)}>{t.files.by(file.by, unit)}</small>
}
