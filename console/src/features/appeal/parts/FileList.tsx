import type { Attachment } from '../../../api/types'
import { FileSource, FileTiles } from '../../../shared/files'
import { EmptyState } from '../../../shared/ui'
import { appealCopy } from '../copy'

/** Evidence, with who added it. */
export function FileList({ files }: { files: Attachment[] }) {
  const t = appealCopy.use()
  if (files.length === 0) {
    return <EmptyState title={t.noEvidence}>{t.noEvidenceHint}</EmptyState>
  }
  return <FileTiles files={files} source={(file) => <FileSource file={file} />} />
}
