import { Button, DatePicker, Select } from 'antd'
import { PersonPicker } from '../../../shared/people'
import { fromPicker, toPicker } from '../../../shared/time/picker'
import { useCan } from '../../identity'
import styles from '../AuditPage.module.css'
import { auditCopy } from '../copy'
import { type AuditFilters, UNMASKED } from '../model'

interface Props {
  filters: AuditFilters
  onChange: (filters: AuditFilters) => void
}

/** Who, what, when; and the one question that is asked most as a button. */
export function AuditFilterBar({ filters, onChange }: Props) {
  const t = auditCopy.use()
  const can = useCan()
  const { actor, actorName, action, from, until } = filters
  const unmaskings = action === UNMASKED
  return (
    <div className={styles.bar}>
      {can('people.read') && (
        <div className={styles.field}>
          <PersonPicker
            label={t.who}
            value={actor === null ? null : { id: actor, name: actorName ?? actor }}
            onChange={(person) =>
              onChange({ ...filters, actor: person?.id ?? null, actorName: person?.name ?? null })
            }
          />
        </div>
      )}
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        className={styles.field}
        value={action}
        placeholder={t.what}
        aria-label={t.what}
        options={Object.entries(t.action).map(([value, label]) => ({ value, label }))}
        onChange={(next: string | null | undefined) => onChange({ ...filters, action: next ?? null })}
      />
      <DatePicker.RangePicker
        allowEmpty
        value={[
          from === null ? null : toPicker(Date.parse(from)),
          until === null ? null : toPicker(Date.parse(until)),
        ]}
        aria-label={t.when}
        onChange={(span) =>
          onChange({
            ...filters,
            from: span?.[0] == null ? null : fromPicker(span[0].startOf('day')),
            until: span?.[1] == null ? null : fromPicker(span[1].endOf('day')),
          })
        }
      />
      <Button
        type={unmaskings ? 'primary' : 'default'}
        aria-pressed={unmaskings}
        onClick={() => onChange({ ...filters, action: unmaskings ? null : UNMASKED })}
      >
        {t.unmaskingsOnly}
      </Button>
    </div>
  )
}
