import { Select } from 'antd'
import { useEffect, useState } from 'react'
import type { PersonRef } from '../../api/types'
import { uiCopy } from '../ui/copy'

interface Props {
  value: PersonRef | null
  onChange: (person: PersonRef | null) => void
  label: string
  /** Those who were found; undefined before the first answer. */
  found: FoundPerson[] | undefined
  searching: boolean
  /** Told what is sought, once the typing has paused. */
  onSeek: (typed: string) => void
  /** Said when nobody was found. */
  nobody: string
}

export interface FoundPerson extends PersonRef {
  /** What tells them from others of the same name. */
  more: string
}

/** Chooses one of the people whom the server found; can be cleared. */
export function PersonSearch({ value, onChange, label, found, searching, onSeek, nobody }: Props) {
  const t = uiCopy.use()
  const [typed, setTyped] = useState('')
  const [sought, setSought] = useState('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a pause in typing seeks
  useEffect(() => {
    const timer = setTimeout(() => {
      setSought(typed)
      onSeek(typed.trim())
    }, 250)
    return () => clearTimeout(timer)
  }, [typed])
  // Until the answer comes, those of the last one whose name fits: no list changes under the pointer.
  const waiting = searching || typed !== sought
  const fitting = waiting ? found?.filter((person) => person.name.includes(typed.trim())) : found
  const options = (fitting ?? []).map(({ id, name, more }) => ({
    value: id,
    label: `${name} · ${more}`,
    name,
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
      loading={waiting}
      notFoundContent={waiting ? t.loading : nobody}
      options={options}
      onChange={(id: string | null | undefined) => {
        const chosen = options.find((option) => option.value === id)
        onChange(chosen === undefined ? null : { id: chosen.value, name: chosen.name })
      }}
      style={{ width: '100%' }}
    />
  )
}
