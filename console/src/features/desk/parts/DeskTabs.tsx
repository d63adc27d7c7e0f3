import { PageLinks } from '../../../shared/ui'
import { useCan } from '../../identity'
import { deskCopy } from '../copy'
import { policyCopy } from '../policy/copy'

/** The ways between the desk's pages; only a lead has more than one. */
export function DeskTabs() {
  const t = deskCopy.use()
  const policies = policyCopy.use()
  if (!useCan()('desk.lead')) return null
  return (
    <PageLinks
      label={t.pages}
      pages={[
        ['/desk', t.title],
        ['/desk/board', t.board],
        ['/desk/agents', t.agents],
        ['/desk/policies', policies.title],
      ]}
    />
  )
}
