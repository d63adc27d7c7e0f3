import { useEffect, useRef } from 'react'
import { Link, useLocation } from 'react-router'
import { useMe } from '../features/identity'
import { cx } from '../shared/ui'
import { shellCopy } from './copy'
import styles from './PlaceTabs.module.css'
import { PLACES, tabAt, tabsOf } from './places'

/** The pages of a place that has several, such as 设置, each an address of its own. */
export function PlaceTabs() {
  const t = shellCopy.use()
  const me = useMe()
  const { pathname } = useLocation()
  const here = useRef<HTMLElement>(null)
  // On a phone the row is longer than the screen; the page one is on must not be the one that cannot be seen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the current tab changes with the address
  useEffect(() => {
    here.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [pathname])
  const place = PLACES.find((candidate) => tabAt(candidate, pathname) !== undefined)
  if (place === undefined) {
    return null
  }
  const tabs = tabsOf(me, place)
  const current = tabAt(place, pathname)
  // One page alone, as an outlet has of claims, needs no tab.
  if (tabs.length < 2) {
    return null
  }
  return (
    <nav ref={here} className={styles.tabs} aria-label={t[place.name]}>
      {tabs.map((tab) => (
        <Link
          key={tab.name}
          to={tab.path}
          aria-current={tab === current ? 'page' : undefined}
          className={cx(styles.tab, tab === current && styles.here)}
        >
          {t[tab.name]}
        </Link>
      ))}
    </nav>
  )
}
