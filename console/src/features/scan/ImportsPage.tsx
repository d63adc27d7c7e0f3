import { defineCopy } from '../../shared/i18n'
import { EmptyState, PageFrame } from '../../shared/ui'

const copy = defineCopy({ title: '扫描导入' }, { title: 'Scan imports' })

export default function ImportsPage() {
  const t = copy.use()
  return (
    <PageFrame title={t.title}>
      <EmptyState title={t.title} />
    </PageFrame>
  )
}
