import type { AppealRow } from '../../../api/types'
import { MINUTE } from '../../../shared/time'
import { Tag, TimeLeft } from '../../../shared/ui'
import { appealCopy } from '../copy'
import { STATE_MEANING } from '../model'

/** The period of law of an appeal: it never stands still while the authority waits. */
export function AppealTimeLeft({ appeal, size }: { appeal: AppealRow; size?: 'row' | 'page' }) {
  const t = appealCopy.use()
  if (!appeal.due.running) {
    return <Tag meaning={STATE_MEANING[appeal.state]}>{t.state[appeal.state]}</Tag>
  }
  const limit = (Date.parse(appeal.due.at) - Date.parse(appeal.due.from)) / MINUTE
  return <TimeLeft dueAt={appeal.due.at} limitMinutes={limit} size={size} />
}
