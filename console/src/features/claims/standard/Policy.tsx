import type { ClaimPolicy } from '../../../api/types'
import { Section } from '../../../shared/ui'
import { Amount, Field } from '../../../shared/version'
import { standardCopy } from './copy'
import { POLICY } from './fields'
import styles from './Standard.module.css'

/** Who may grant how much, what is paid at once, and by when. */
export function Policy({
  policy,
  onChange,
}: {
  policy: ClaimPolicy
  onChange: (policy: ClaimPolicy) => void
}) {
  const t = standardCopy.use()
  return (
    <Section title={t.policyTitle}>
      <div className={styles.policy}>
        {POLICY.map(({ part, fields }) => (
          <div key={part} className={styles.part}>
            <h3>{t.policyParts[part]}</h3>
            <div className={styles.fields}>
              {fields.map((field) => {
                const money = field.endsWith('Fen')
                return (
                  <Field key={field} name={t.policy[field]}>
                    <Amount
                      name={t.policy[field]}
                      at={`policy.${field}`}
                      unit={money ? 100 : 1}
                      digits={money ? 2 : 0}
                      fixed={money}
                      value={policy[field]}
                      onChange={(value) => onChange({ ...policy, [field]: value ?? 0 })}
                    />
                  </Field>
                )
              })}
            </div>
          </div>
        ))}
      </div>
    </Section>
  )
}
