import type { ClaimStandard } from '../../../api/types'
import { Section } from '../../../shared/ui'
import { Field, When, Words } from '../../../shared/version'
import { standardCopy } from './copy'
import styles from './Standard.module.css'

/** What the standard is called, and from which day of posting it answers. */
export function Basics(props: { standard: ClaimStandard; onChange: (more: Partial<ClaimStandard>) => void }) {
  const t = standardCopy.use()
  const { standard, onChange } = props
  return (
    <Section title={t.basics}>
      <div className={styles.fields}>
        <Field name={t.code}>
          <Words
            name={t.code}
            at="standard.version"
            most={40}
            value={standard.version}
            onChange={(version) => onChange({ version })}
          />
        </Field>
        <Field name={t.name}>
          <Words
            name={t.name}
            at="standard.name"
            most={60}
            value={standard.name}
            onChange={(name) => onChange({ name })}
          />
        </Field>
        <Field name={t.firstDay}>
          <When
            name={t.firstDay}
            at="standard.from"
            kind="date"
            value={standard.from}
            onChange={(from) => onChange({ from })}
          />
        </Field>
      </div>
    </Section>
  )
}
