import { EyeOutlined } from '@ant-design/icons'
import { joinList } from '../../../shared/i18n'
import { ticketCopy } from '../copy'
import { usePresence } from '../together'
import styles from './Together.module.css'

/** Who else has this ticket open, and who is writing. */
export function PresenceBar({ id, editing }: { id: string; editing: boolean }) {
  const t = ticketCopy.use()
  const others = usePresence(id, editing ? 'EDITING' : 'VIEWING')
  const writing = others.filter((other) => other.doing === 'EDITING').map((other) => other.person.name)
  const looking = others.filter((other) => other.doing === 'VIEWING').map((other) => other.person.name)
  if (others.length === 0) return <span role="status" />
  return (
    <span role="status" className={writing.length > 0 ? styles.writing : styles.looking}>
      <EyeOutlined />{' '}
      {writing.length > 0 ? t.together.writing(joinList(writing)) : t.together.looking(joinList(looking))}
    </span>
  )
}
