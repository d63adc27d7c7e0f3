import { Select } from 'antd'
import { useEffect, useState } from 'react'
import { caseCopy } from '../copy'
import { useMentionable } from '../together'

interface Props {
  ticketId: string
  value?: string
  onChange?: (id: string | undefined) => void
  id?: string
}

/** Finds somebody who may see the ticket. */
export function ColleaguePicker({ ticketId, value, onChange, id }: Props) {
  const t = caseCopy.use()
  const [typed, setTyped] = useState('')
  const [q, setQ] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), 250)
    return () => clearTimeout(timer)
  }, [typed])
  const found = useMentionable(ticketId, q)
  return (
    <Select
      id={id}
      allowClear
      value={value}
      placeholder={t.field.personHint}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      options={found.data?.map((person) => ({ value: person.id, label: person.name })) ?? []}
      onChange={onChange}
      style={{ width: '100%' }}
    />
  )
}
