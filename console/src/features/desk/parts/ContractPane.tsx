import type { ContractCard } from '../../../api/types'
import { joinList } from '../../../shared/i18n'
import { Section } from '../../../shared/ui'
import { sayTerms, useCalendarName } from '../../contract'
import { deskCopy } from '../copy'
import { saySkill } from '../policy/words'
import styles from './CustomerPane.module.css'

/** Under which contract they come: what was agreed, who serves them, and who speaks for it. */
export function ContractPane({ contract }: { contract: ContractCard }) {
  const t = deskCopy.use()
  const calendar = useCalendarName()
  const { terms } = contract
  return (
    <Section title={contract.name}>
      <p className={styles.soft}>
        {t.contractKnown[contract.by](contract.person)}
        {!contract.served && ` ${t.contractNotServed}`}
      </p>
      <dl className={styles.facts}>
        <div>
          <dt>{t.contractTerms}</dt>
          <dd>
            {sayTerms(terms, { calendar, skill: saySkill })}{' '}
            <span className={styles.soft}>{t.contractVersion(contract.version)}</span>
          </dd>
        </div>
        {contract.agents.length > 0 && (
          <div>
            <dt>{t.contractAgents}</dt>
            <dd>{joinList(contract.agents.map((agent) => agent.name))}</dd>
          </div>
        )}
        {terms.notes !== '' && (
          <div>
            <dt>{t.contractNotes}</dt>
            <dd style={{ whiteSpace: 'pre-wrap' }}>{terms.notes}</dd>
          </div>
        )}
        {contract.people.map((person, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may be masked alike
          <div key={at}>
            <dt>{person.role === '' ? t.contractPerson : person.role}</dt>
            <dd className="tabular">
              {person.name} {person.addresses.map((address) => address.label).join(' · ')}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
