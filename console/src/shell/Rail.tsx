import {
  AlertOutlined,
  AuditOutlined,
  BarChartOutlined,
  BookOutlined,
  CalculatorOutlined,
  CustomerServiceOutlined,
  DesktopOutlined,
  InboxOutlined,
  PayCircleOutlined,
  SettingOutlined,
  ShopOutlined,
  ThunderboltOutlined,
} from '@ant-design/icons'
import type { ComponentType } from 'react'
import { NavLink, useLocation } from 'react-router'
import { useMe } from '../features/identity'
import { cx } from '../shared/ui'
import { shellCopy } from './copy'
import { mayEnter, PLACES, type PlaceName, pathOf, tabAt } from './places'
import styles from './Rail.module.css'

const ICONS: Record<PlaceName, ComponentType> = {
  desk: CustomerServiceOutlined,
  workbench: DesktopOutlined,
  outlet: ShopOutlined,
  tickets: AlertOutlined,
  green: ThunderboltOutlined,
  appeals: AuditOutlined,
  claims: PayCircleOutlined,
  parcels: InboxOutlined,
  knowledge: BookOutlined,
  tariffs: CalculatorOutlined,
  boards: BarChartOutlined,
  settings: SettingOutlined,
}

/** The places of the console: down the left on a desk, along the bottom on a phone. */
export function Rail() {
  const t = shellCopy.use()
  const me = useMe()
  const { pathname } = useLocation()
  const inGreen = pathname.startsWith('/tickets/green')
  return (
    <nav className={styles.rail} aria-label={t.places}>
      <NavLink to="/" className={styles.brand} aria-label={t.brand}>
        <img src="/waypost.svg" alt="" width="30" height="30" />
      </NavLink>
      <ul>
        {PLACES.filter((place) => mayEnter(me, place.needs)).map((place) => {
          const Icon = ICONS[place.name]
          return (
            <li key={place.name}>
              <NavLink
                to={pathOf(me, place)}
                className={({ isActive }) =>
                  cx(
                    styles.place,
                    // The urgent board lies below the tickets and is a place of its own.
                    ((isActive && !(place.name === 'tickets' && inGreen)) ||
                      tabAt(place, pathname) !== undefined) &&
                      styles.here,
                  )
                }
              >
                <Icon />
                <span>{t[place.name]}</span>
              </NavLink>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
