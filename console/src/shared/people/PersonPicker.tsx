import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useEffect, useState } from 'react'
import { api } from '../../api/client'
import { keys } from '../../api/query'
import type { Page, Person, PersonRef } from '../../api/types'
import { uiCopy } from '../ui/copy'

interface Props {
  value: PersonRef | null
  onChange: (person: PersonRef | null) => void
  /** Offered first, before anything is typed: the people of this unit and below. */
  unit?: string
  label: string
}

/** Finds a person by name or user name; can be cleared. */
export function PersonPicker({ value, onChange, unit, label }: Props) {
  const t = uiCopy.use()
  const [typed, setTyped] = useState('')
  const [q, setQ] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), 250)
    return () => clearTimeout(timer)
  }, [typed])
  const found = useQuery({
    queryKey: [...keys.people, 'find', q, unit],
    queryFn: ({ signal }) =>
      api.get<Page<Person>>('/people', { q, unit: q === '' ? unit : null, limit: 20 }, signal),
    placeholderData: (previous) => previous,
  })
  const people = found.data?.items.filter((person) => person.active) ?? []
  const options = people.map((person) => ({
    value: person.id,
    label: `${person.name} · ${person.unit.name}`,
    name: person.name,
  }))
  if (value !== null && !people.some((person) => person.id === value.id)) {
    options.unshift({ value: value.id, label: value.name, name: value.name })
  }
  return (
    <Select
      allowClear
      aria-label={label}
      value={value?.id ?? null}
      placeholder={label}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      notFoundContent={found.isFetching ? t.loading : t.noPerson}
      options={options}
      onChange={(id: string | null | undefined) => {
        const chosen = options.find((option) => option.value === id)
        onChange(chosen === undefined ? null : { id: chosen.value, name: chosen.name })
      }}
      style={{ width: '100%' }}
    />
  )
}
