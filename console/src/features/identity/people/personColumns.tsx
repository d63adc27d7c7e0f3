import { useMemo } from 'react'
import type { Person } from '../../../api/types'
import { joinList } from '../../../shared/i18n'
import { clockTime, exactTime } from '../../../shared/time'
import { type Column, Tag, UnitName } from '../../../shared/ui'
import { identityCopy } from '../copy'
import styles from '../PeoplePage.module.css'
import { peopleCopy } from './copy'

export function usePersonColumns(): Column<Person>[] {
  const t = peopleCopy.use()
  const words = identityCopy.use()
  return useMemo(
    () => [
      { key: 'name', title: t.column.name, width: 'minmax(90px, 1fr)', render: (person) => person.name },
      {
        key: 'username',
        title: t.column.username,
        width: 'minmax(110px, 1fr)',
        render: (person) => person.username,
      },
      {
        key: 'roles',
        title: t.column.roles,
        width: 'minmax(140px, 1.5fr)',
        render: (person) => joinList(person.roles.map((role) => words.roles[role])),
      },
      {
        key: 'unit',
        title: t.column.unit,
        width: 'minmax(140px, 1.5fr)',
        render: (person) => <UnitName unit={person.unit} />,
      },
      {
        key: 'phone',
        title: t.column.phone,
        width: '120px',
        from: 900,
        render: (person) => <span className="tabular">{person.phone ?? '—'}</span>,
      },
      {
        key: 'state',
        title: t.column.state,
        width: '190px',
        render: (person) => <PersonState person={person} />,
      },
      {
        key: 'last',
        title: t.column.last,
        width: '170px',
        from: 1150,
        render: (person) => (person.lastSignInAt === null ? t.never : exactTime(person.lastSignInAt)),
      },
    ],
    [t, words],
  )
}

/** Sessions run by the wall clock: a lock that is over no longer shows. */
export function PersonState({ person }: { person: Person }) {
  const t = peopleCopy.use()
  const { lockedUntil } = person
  return (
    <span className={styles.tags}>
      <Tag meaning={person.active ? 'good' : 'stopped'}>{person.active ? t.active : t.inactive}</Tag>
      {lockedUntil !== null && Date.parse(lockedUntil) > Date.now() && (
        <Tag meaning="watch">{t.lockedUntil(clockTime(Date.parse(lockedUntil)))}</Tag>
      )}
      {person.totpEnabled && <Tag>{t.totp}</Tag>}
    </span>
  )
}
