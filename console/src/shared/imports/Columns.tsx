import { importCopy } from './copy'
import styles from './ImportDrawer.module.css'

export interface ImportColumn {
  name: string
  meaning: string
  required?: boolean
}

/** What a file must look like, and an empty one to fill. */
export function Columns({ columns, templateName }: { columns: ImportColumn[]; templateName: string }) {
  const t = importCopy.use()
  // the mark makes Excel read UTF-8
  const template = `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${columns.map((c) => c.name).join(',')}\r\n`)}`
  return (
    <div className={styles.report}>
      <div className={styles.line}>
        <h3>{t.columns}</h3>
        <a href={template} download={templateName}>
          {t.template}
        </a>
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t.column}</th>
            <th scope="col">{t.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.name}>
              <td>
                <code>{column.name}</code>
              </td>
              <td>
                {column.meaning}
                {column.required && <span className={styles.wrong}> {t.required}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
