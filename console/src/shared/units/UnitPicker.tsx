import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useEffect, useState } from 'react'
import { api } from '../../api/client'
import { keys } from '../../api/query'
import type { Page, Unit, UnitKind, UnitRef } from '../../api/types'
import { uiCopy } from '../ui/copy'

interface Props {
  value?: string
  onChange?: (code: string) => void
  kind?: UnitKind
  placeholder?: string
  id?: string
  autoFocus?: boolean
  /** The unit that the value names already, so that its name shows before anything is searched. */
  known?: UnitRef | null
}

/** Finds a unit by name or code; the value is its code. Fits into antd's Form.Item. */
export function UnitPicker({ value, onChange, kind, placeholder, id, autoFocus, known }: Props) {
  const t = uiCopy.use()
  const [typed, setTyped] = useState('')
  const [q, setQ] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), 250)
    return () => clearTimeout(timer)
  }, [typed])
  const found = useQuery({
    queryKey: [...keys.units, 'find', q, kind],
    queryFn: ({ signal }) => api.get<Page<Unit>>('/network/units', { q, kind, limit: 20 }, signal),
    enabled: q !== '',
    placeholderData: (previous) => previous,
  })
  const units: UnitRef[] = found.data?.items ?? (known == null ? [] : [known])
  return (
    <Select
      id={id}
      autoFocus={autoFocus}
      value={value}
      placeholder={placeholder}
      aria-label={id === undefined ? placeholder : undefined}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      notFoundContent={q === '' ? placeholder : found.isFetching ? t.loading : t.noUnit}
      options={units.map((unit) => ({
        value: unit.code,
        label: `${unit.name} · ${t.kinds[unit.kind]} · ${unit.code}`,
      }))}
      onChange={onChange}
      style={{ width: '100%' }}
    />
  )
}
