import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { api } from '../../../api/client'
import { keys } from '../../../api/query'
import type { DirectoryEntry } from '../../../api/types'
import { cx, UnitName } from '../../../shared/ui'
import { outletCopy } from '../copy'
import styles from './AnswerStep.module.css'

/** As the server takes them. */
const CODE = /^[A-Za-z0-9._-]{1,32}$/

/** Finds the unit that has the parcel; a unit that cannot be found can be named by the code on the label. */
export function UnitField({
  value,
  onChange,
}: {
  value: string | null
  onChange: (code: string | null) => void
}) {
  const t = outletCopy.use()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const found = useQuery({
    queryKey: [...keys.units, 'directory', q],
    queryFn: ({ signal }) => api.get<DirectoryEntry[]>('/network/directory', { q }, signal),
    enabled: q.length >= 2,
    placeholderData: (previous) => previous,
  })
  const units = q.length >= 2 ? found.data : undefined
  const unknown = q.length >= 2 && (found.isError || units?.length === 0)
  return (
    <fieldset className={styles.field}>
      <legend>{t.unitWhere}</legend>
      <input
        type="search"
        className={styles.input}
        aria-label={t.unitHint}
        placeholder={t.unitHint}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          onChange(null)
        }}
      />
      <div className={styles.found}>
        {units?.map((unit) => (
          <button
            key={unit.code}
            type="button"
            aria-pressed={unit.code === value}
            className={cx(unit.code === value && styles.here)}
            onClick={() => onChange(unit.code)}
          >
            <UnitName unit={unit} withKind />{' '}
            <small>{[unit.province, unit.city, unit.code].filter((part) => part !== null).join(' · ')}</small>
          </button>
        ))}
        {unknown && (
          <p role="status" className={styles.hint}>
            {found.isError ? t.unitOffline : t.unitNone}
          </p>
        )}
        {unknown && CODE.test(q) && (
          <button
            type="button"
            aria-pressed={value === q}
            className={cx(value === q && styles.here)}
            onClick={() => onChange(q)}
          >
            {t.unitByCode(q)}
          </button>
        )}
      </div>
    </fieldset>
  )
}
