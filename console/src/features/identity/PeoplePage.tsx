import { defineCopy } from '../../shared/i18n'
import { EmptyState, PageFrame } from '../../shared/ui'

const copy = defineCopy({ title: '人员' }, { title: 'People' })

export default function PeoplePage() {
  const t = copy.use()
  return (
    <PageFrame title={t.title}>
      <EmptyState title={t.title} />
    </PageFrame>
  )
}
