import { NavLink } from 'react-router'
import { cx } from '../../../shared/ui'
import { useCan } from '../../identity'
import { deskCopy } from '../copy'
import { policyCopy } from '../policy/copy'
import styles from './DeskTabs.module.css'

/** The ways between the desk's pages; only a lead has more than one. */
export function DeskTabs() {
  const t = deskCopy.use()
  const policies = policyCopy.use()
  if (!useCan()('desk.lead')) return null
  const pages = [
    ['/desk', t.title],
    ['/desk/board', t.board],
    ['/desk/agents', t.agents],
    ['/desk/policies', policies.title],
  ] as const
  return (
    <nav className={styles.tabs} aria-label={t.pages}>
      {pages.map(([path, name]) => (
        <NavLink
          key={path}
          to={path}
          end
          className={({ isActive }) => cx(styles.tab, isActive && styles.here)}
        >
          {name}
        </NavLink>
      ))}
    </nav>
  )
}
