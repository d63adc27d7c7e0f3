import { FileExcelOutlined, FilePdfOutlined, FileWordOutlined } from '@ant-design/icons'
import { Image } from 'antd'
import type { ReactNode } from 'react'
import styles from './FileTiles.module.css'
import { fileUrl, type ShownFile } from './file'

const ICONS = { PDF: FilePdfOutlined, XLSX: FileExcelOutlined, DOCX: FileWordOutlined }

/** Files side by side: pictures and films are shown, papers and documents are saved. */
export function FileTiles<F extends ShownFile>({
  files,
  source,
}: {
  files: F[]
  /** Where a file came from. */
  source: (file: F) => ReactNode
}) {
  return (
    <Image.PreviewGroup>
      <ul className={styles.files}>
        {files.map((file) => (
          <li key={file.id}>
            <Shown file={file} />
            <a href={fileUrl(file)} download={file.name} title={file.name}>
              {file.name}
            </a>
            {source(file)}
          </li>
        ))}
      </ul>
    </Image.PreviewGroup>
  )
}

function Shown({ file }: { file: ShownFile }) {
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
