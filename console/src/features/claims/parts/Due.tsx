import type { ClaimRow } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { exactTime, sayTime } from '../../../shared/time'
import { Tag } from '../../../shared/ui'
import { claimCopy } from '../copy'

/** By when somebody has to act, in red and in words once it is too late. */
export function Due({ claim }: { claim: ClaimRow }) {
  const t = claimCopy.use()
  const now = useBusinessNow()
  if (claim.dueAt === null) return <span>—</span>
  const late = claim.overdue || (claim.endedAt === null && Date.parse(claim.dueAt) < now)
  return (
    <span className="tabular" title={exactTime(claim.dueAt)}>
      {late && <Tag meaning="act">{t.overdue}</Tag>} {sayTime(claim.dueAt, now)}
    </span>
  )
}
