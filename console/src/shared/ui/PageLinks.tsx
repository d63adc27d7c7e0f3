import { NavLink } from 'react-router'
import { cx } from './cx'
import styles from './PageLinks.module.css'

/** The ways between pages that belong together; nothing where there is only one. */
export function PageLinks({
  label,
  pages,
}: {
  label: string
  pages: (readonly [path: string, name: string])[]
}) {
  if (pages.length < 2) return null
  return (
    <nav className={styles.tabs} aria-label={label}>
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
