import type { Person } from '../../../api/types'
import { UnitName } from '../../../shared/ui'
import { identityCopy } from '../copy'
import styles from '../PeoplePage.module.css'
import { PersonState } from './personColumns'

/** A person on a phone. */
export function PersonCard({ person }: { person: Person }) {
  const words = identityCopy.use()
  return (
    <>
      <strong>{person.name}</strong> <PersonState person={person} />
      <div className={styles.soft}>{person.roles.map((role) => words.roles[role]).join('、')}</div>
      <div className={styles.soft}>
        <UnitName unit={person.unit} />
      </div>
    </>
  )
}
