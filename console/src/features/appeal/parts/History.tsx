import type { AppealStep } from '../../../api/types'
import { History as Entries } from '../../../shared/ui'
import { appealCopy } from '../copy'

/** Everything that happened to an appeal, newest first. */
export function History({ steps }: { steps: AppealStep[] }) {
  const t = appealCopy.use()
  return (
    <Entries
      entries={steps.map((step) => ({
        key: step.id,
        at: step.at,
        what: t.what[step.what],
        detail: <Detail step={step} />,
        words: step.text,
        by: step.by === 'waypost' ? t.platform : step.by,
        act: step.data.kind === 'OVERDUE' || step.data.kind === 'STILL_OVERDUE',
      }))}
    />
  )
}

function Detail({ step }: { step: AppealStep }) {
  const t = appealCopy.use()
  const { data } = step
  switch (step.what) {
    case 'ASSIGNED':
      return typeof data.person === 'string' ? data.person : null
    case 'DRAFTED':
      return pick(t.liability, data.liability)
    case 'CLOSED':
    case 'WITHDRAWN':
      return pick(t.finding, data.finding)
    case 'REMINDED':
      return pick(t.reminder, data.kind)
    default:
      return null
  }
}

function pick(words: Record<string, string>, key: unknown): string | null {
  return typeof key === 'string' ? (words[key] ?? null) : null
}
