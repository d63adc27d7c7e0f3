import { defineCopy } from '../../shared/i18n'
import { EmptyState, PageFrame } from '../../shared/ui'

const copy = defineCopy({ title: '合作方密钥' }, { title: 'Partner keys' })

export default function KeysPage() {
  const t = copy.use()
  return (
    <PageFrame title={t.title}>
      <EmptyState title={t.title} />
    </PageFrame>
  )
}
