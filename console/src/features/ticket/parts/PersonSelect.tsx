import { Select } from 'antd'
import { useEffect, useState } from 'react'
import type { PersonRef } from '../../../api/types'

interface Props {
  people: PersonRef[]
  searching: boolean
  /** Told what is sought, once the typing has paused. */
  onSeek: (q: string) => void
  placeholder: string
  value?: string
  onChange?: (id: string | undefined) => void
  id?: string
  notFound?: string
}

/** Chooses somebody by a part of their name, among those the server offers. */
export function PersonSelect({
  people,
  searching,
  onSeek,
  placeholder,
  value,
  onChange,
  id,
  notFound,
}: Props) {
  const [typed, setTyped] = useState('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a pause in typing seeks
  useEffect(() => {
    const timer = setTimeout(() => onSeek(typed.trim()), 250)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <Select
      id={id}
      allowClear
      value={value}
      placeholder={placeholder}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={searching}
      notFoundContent={notFound}
      options={people.map((person) => ({ value: person.id, label: person.name }))}
      onChange={onChange}
      style={{ width: '100%' }}
    />
  )
}
