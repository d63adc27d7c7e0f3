import { useQueryClient } from '@tanstack/react-query'
import { keys } from '../../../api/query'
import { ImportDrawer } from '../../../shared/imports'
import { appealCopy } from '../copy'

const REQUIRED = new Set(['申诉编号', '受理局', '申诉类别', '运单号', '申诉内容', '申诉要求', '转办日期'])

/** The authority's list as a file: checked by row first, then written all or not at all. */
export function ImportAppeals({ onClose }: { onClose: () => void }) {
  const t = appealCopy.use()
  const client = useQueryClient()
  return (
    <ImportDrawer
      open
      title={t.importTitle}
      path="/appeals/import"
      templateName="appeals.csv"
      columns={Object.entries(t.importColumns).map(([name, meaning]) => ({
        name,
        meaning,
        required: REQUIRED.has(name),
      }))}
      onClose={onClose}
      onImported={() => void client.invalidateQueries({ queryKey: keys.appeals })}
    />
  )
}
