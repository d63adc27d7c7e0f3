import { FileExcelOutlined, FilePdfOutlined, FileWordOutlined } from '@ant-design/icons'
import { Image } from 'antd'
import type { Attachment } from '../../../api/types'
import { EmptyState } from '../../../shared/ui'
import { useUnitName } from '../../../shared/units'
import { fileUrl } from '../api'
import { appealCopy } from '../copy'
import styles from './FileList.module.css'

const ICONS = { PDF: FilePdfOutlined, XLSX: FileExcelOutlined, DOCX: FileWordOutlined }

/** Evidence: pictures and films are shown, papers and documents are saved. */
export function FileList({ files }: { files: Attachment[] }) {
  const t = appealCopy.use()
  if (files.length === 0) {
    return <EmptyState title={t.noEvidence}>{t.noEvidenceHint}</EmptyState>
  }
  return (
    <Image.PreviewGroup>
      <ul className={styles.files}>
        {files.map((file) => (
          <li key={file.id}>
            <Shown file={file} />
            <a href={fileUrl(file)} download={file.name} title={file.name}>
              {file.name}
            </a>
            <Source file={file} />
          </li>
        ))}
      </ul>
    </Image.PreviewGroup>
  )
}

function Shown({ file }: { file: Attachment }) {
  switch (file.type) {
    case 'PICTURE':
      return <Image src={fileUrl(file)} alt={file.name} width={120} height={90} className={styles.picture} />
    case 'MP4':
    case 'MOV':
      return (
        // biome-ignore lint/a11y/useMediaCaption: evidence has no captions
        <video src={fileUrl(file)} controls preload="metadata" width={120} height={90} />
      )
    default: {
      const Icon = ICONS[file.type]
      return <Icon className={styles.icon} />
    }
  }
}

function Source({ file }: { file: Attachment }) {
  const t = appealCopy.use()
  const unit = useUnitName(file.purpose)
  return <small title={t.files.by(file.by, unit)}>{t.files.by(file.by, unit)}</small>
}
