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
  href = fileUrl,
}: {
  files: F[]
  /** Where a file lies; by its own address where nothing else is said. */
  href?: (file: F) => string
  /** Where a file came from. */
  source: (file: F) => ReactNode
}) {
  return (
    <Image.PreviewGroup>
      <ul className={styles.files}>
        {files.map((file) => (
          <li key={file.id}>
            <Shown file={file} url={href(file)} />
            <a href={href(file)} download={file.name} title={file.name}>
              {file.name}
            </a>
            {source(file)}
          </li>
        ))}
      </ul>
    </Image.PreviewGroup>
  )
}

function Shown({ file, url }: { file: ShownFile; url: string }) {
  switch (file.type) {
    case 'PICTURE':
      return <Image src={url} alt={file.name} width={120} height={90} className={styles.picture} />
    case 'MP4':
    case 'MOV':
      return (
        // biome-ignore lint/a11y/useMediaCaption: evidence has no captions
        <video src={url} controls preload="metadata" width={120} height={90} />
      )
    default: {
      const Icon = ICONS[file.type]
      return <Icon className={styles.icon} />
    }
  }
}
