import { defineCopy } from '../../shared/i18n'
import { EmptyState, PageFrame } from '../../shared/ui'

const copy = defineCopy({ title: '组织网络' }, { title: 'Network' })

export default function NetworkPage() {
  const t = copy.use()
  return (
    <PageFrame title={t.title}>
      <EmptyState title={t.title} />
    </PageFrame>
  )
}
