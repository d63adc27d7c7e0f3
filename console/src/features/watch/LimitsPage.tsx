import { defineCopy } from '../../shared/i18n'
import { EmptyState, PageFrame } from '../../shared/ui'

const copy = defineCopy({ title: '静默限时' }, { title: 'Silence limits' })

export default function LimitsPage() {
  const t = copy.use()
  return (
    <PageFrame title={t.title}>
      <EmptyState title={t.title} />
    </PageFrame>
  )
}
