import type { Person } from '../../../api/types'
import { joinList } from '../../../shared/i18n'
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
      <div className={styles.soft}>{joinList(person.roles.map((role) => words.roles[role]))}</div>
      <div className={styles.soft}>
        <UnitName unit={person.unit} />
      </div>
    </>
  )
}
