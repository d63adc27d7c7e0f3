import type { Permission } from '../api/permissions'
import type { Me } from '../api/types'

export type PlaceName =
  | 'desk'
  | 'workbench'
  | 'outlet'
  | 'tickets'
  | 'green'
  | 'appeals'
  | 'claims'
  | 'parcels'
  | 'knowledge'
  | 'tariffs'
  | 'boards'
  | 'settings'
export type SettingName =
  | 'network'
  | 'people'
  | 'keys'
  | 'limits'
  | 'imports'
  | 'audit'
  | 'outbox'
  | 'channels'
  | 'bot'
  | 'contracts'
  | 'sops'
  | 'calendars'
  | 'triage'

export type ClaimTabName = 'claimList' | 'charges' | 'payouts' | 'claimFigures' | 'claimStandards'
export type TabName = SettingName | ClaimTabName

export interface Place<N extends string> {
  name: N
  path: string
  /** Any of these opens the door. */
  needs: Permission[]
  /** Addresses of it that begin otherwise than its own. */
  also?: string[]
  /** Its pages, where it has several. */
  tabs?: Place<TabName>[]
}

const SETTINGS: Place<SettingName>[] = [
  { name: 'network', path: '/network', needs: ['network.read'] },
  { name: 'people', path: '/people', needs: ['people.read'] },
  { name: 'sops', path: '/sops', needs: ['sop.read'] },
  { name: 'triage', path: '/triage', needs: ['triage.read'] },
  { name: 'calendars', path: '/calendars', needs: ['calendar.read'] },
  { name: 'limits', path: '/limits', needs: ['limits.read'] },
  { name: 'imports', path: '/imports', needs: ['scans.import'] },
  { name: 'keys', path: '/keys', needs: ['keys.write'] },
  { name: 'audit', path: '/audit', needs: ['audit.read'] },
  { name: 'outbox', path: '/outbox', needs: ['outbox.read'] },
  { name: 'channels', path: '/channels', needs: ['channels.manage'] },
  { name: 'bot', path: '/bot', needs: ['bot.view'] },
  { name: 'contracts', path: '/contracts', needs: ['contract.view'] },
]

const CLAIMS: Place<ClaimTabName>[] = [
  { name: 'claimList', path: '/claims', needs: ['claim.read'], also: ['/claim-calculator'] },
  { name: 'charges', path: '/charges', needs: ['charge.read'] },
  { name: 'payouts', path: '/payouts', needs: ['money.read'], also: ['/ledger'] },
  { name: 'claimFigures', path: '/claim-figures', needs: ['claim.read'] },
  { name: 'claimStandards', path: '/claim-standards', needs: ['claim.read'] },
]

const needed = (tabs: Place<TabName>[]) => tabs.flatMap((tab) => tab.needs)

export const PLACES: (Place<PlaceName> & { letter: string })[] = [
  { name: 'desk', path: '/desk', needs: ['desk.work'], letter: 'd' },
  { name: 'workbench', path: '/workbench', needs: ['ticket.open'], letter: 'w' },
  { name: 'outlet', path: '/outlet', needs: ['ticket.answer'], letter: 'o' },
  { name: 'tickets', path: '/tickets', needs: ['ticket.read'], letter: 't' },
  { name: 'green', path: '/tickets/green', needs: ['ticket.handle'], letter: 'u' },
  { name: 'appeals', path: '/appeals', needs: ['appeal.read'], letter: 'a' },
  { name: 'claims', path: '/claims', needs: needed(CLAIMS), tabs: CLAIMS, letter: 'l' },
  { name: 'parcels', path: '/parcels', needs: ['parcel.read'], letter: 'p' },
  { name: 'knowledge', path: '/knowledge', needs: ['knowledge.view'], letter: 'k' },
  { name: 'tariffs', path: '/tariffs', needs: ['tariff.view'], letter: 'q' },
  { name: 'boards', path: '/boards', needs: ['board.read'], letter: 'b' },
  { name: 'settings', path: '/settings', needs: needed(SETTINGS), tabs: SETTINGS, letter: 's' },
]

export function mayEnter(me: Me, needs: Permission[]): boolean {
  return needs.length === 0 || needs.some((permission) => me.permissions.includes(permission))
}

/** Those pages of a place that a person may see. */
export function tabsOf(me: Me, { tabs = [] }: Place<PlaceName>): Place<TabName>[] {
  return tabs.filter((tab) => mayEnter(me, tab.needs))
}

/** The page of a place that an address belongs to. */
export function tabAt({ tabs = [] }: Place<PlaceName>, pathname: string): Place<TabName> | undefined {
  const covers = (path: string) => pathname === path || pathname.startsWith(`${path}/`)
  return tabs.find((tab) => [tab.path, ...(tab.also ?? [])].some(covers))
}

/** Where a place begins for a person: the first of its pages that they may see. */
export function pathOf(me: Me, place: Place<PlaceName>): string {
  return tabsOf(me, place)[0]?.path ?? place.path
}

export function settingsOf(me: Me): Place<TabName>[] {
  return PLACES.filter((place) => place.name === 'settings').flatMap((place) => tabsOf(me, place))
}

/** Where a person's day begins. */
export function homeOf(me: Me): string {
  const wishes: [boolean, PlaceName][] = [
    [me.roles.some((role) => role === 'OUTLET_CLERK' || role === 'COURIER'), 'outlet'],
    [me.roles.some((role) => role.endsWith('_MANAGER') || role === 'ADMINISTRATOR'), 'boards'],
    [true, 'workbench'],
  ]
  for (const [wished, name] of wishes) {
    const place = PLACES.find((candidate) => candidate.name === name)
    if (wished && place !== undefined && mayEnter(me, place.needs)) {
      return pathOf(me, place)
    }
  }
  const first = PLACES.find((place) => mayEnter(me, place.needs))
  return first === undefined ? '/account' : pathOf(me, first)
}
