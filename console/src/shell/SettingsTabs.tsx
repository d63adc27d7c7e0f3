import { useEffect, useRef } from 'react'
import { NavLink, useLocation } from 'react-router'
import { useMe } from '../features/identity'
import { cx } from '../shared/ui'
import { shellCopy } from './copy'
import { SETTINGS, settingsOf } from './places'
import styles from './SettingsTabs.module.css'

/** The pages under 设置, each an address of its own. */
export function SettingsTabs() {
  const t = shellCopy.use()
  const me = useMe()
  const { pathname } = useLocation()
  const here = useRef<HTMLElement>(null)
  // On a phone the row is longer than the screen; the page one is on must not be the one that cannot be seen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the current tab changes with the address
  useEffect(() => {
    here.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [pathname])
  if (!SETTINGS.some((place) => pathname.startsWith(place.path))) {
    return null
  }
  return (
    <nav ref={here} className={styles.tabs} aria-label={t.settings}>
      {settingsOf(me).map((place) => (
        <NavLink
          key={place.name}
          to={place.path}
          className={({ isActive }) => cx(styles.tab, isActive && styles.here)}
        >
          {t[place.name]}
        </NavLink>
      ))}
    </nav>
  )
}
