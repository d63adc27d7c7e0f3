import { Select } from 'antd'
import { useEffect, useState } from 'react'
import type { Colleague } from '../../../api/types'
import { deskCopy } from '../copy'
import { useColleagues } from '../guests'

interface Props {
  value: Colleague['person'] | null
  onChange: (person: Colleague['person'] | null) => void
  label: string
}

/** Finds a colleague who is at the desk, by name, unit or skill; those with room come first. */
export function ColleaguePicker({ value, onChange, label }: Props) {
  const t = deskCopy.use()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), 250)
    return () => clearTimeout(timer)
  }, [typed])
  const { data = [], isFetching } = useColleagues(asked)
  const options = data.map((one) => ({
    value: one.person.id,
    label: `${one.person.name} · ${one.unit.name} · ${t.colleagueState(t.seat[one.state], one.taken)}`,
    name: one.person.name,
  }))
  if (value !== null && !options.some((option) => option.value === value.id)) {
    options.unshift({ value: value.id, label: value.name, name: value.name })
  }
  return (
    <Select
      allowClear
      aria-label={label}
      value={value?.id ?? null}
      placeholder={label}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={isFetching}
      notFoundContent={t.noColleague}
      options={options}
      onChange={(id: string | null | undefined) => {
        const chosen = options.find((option) => option.value === id)
        onChange(chosen === undefined ? null : { id: chosen.value, name: chosen.name })
      }}
      style={{ width: '100%' }}
    />
  )
}
