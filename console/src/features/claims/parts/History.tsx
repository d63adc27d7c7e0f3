import type { ClaimStep } from '../../../api/types'
import { sayFen } from '../../../shared/money'
import { History as Entries } from '../../../shared/ui'
import { claimCopy } from '../copy'

/** Everything that happened to a claim, newest first. */
export function History({ steps }: { steps: ClaimStep[] }) {
  const t = claimCopy.use()
  const who = (person: string) =>
    person === 'waypost' ? t.platform : person === 'customer' ? t.customer : person
  return (
    <Entries
      entries={steps.map((step, index) => ({
        key: `${step.at} ${index}`,
        at: step.at,
        what: t.did[step.what],
        detail: typeof step.data.fen === 'number' && <span className="tabular">{sayFen(step.data.fen)}</span>,
        words: step.words,
        by: who(step.person),
        act: step.what === 'OVERDUE',
      }))}
    />
  )
}
