import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useEffect, useState } from 'react'
import { api } from '../../../api/client'
import { keys } from '../../../api/query'
import type { DirectoryEntry, UnitRef } from '../../../api/types'
import { UnitPicker } from '../../../shared/units'
import { useCan } from '../../identity'
import { caseCopy } from '../copy'

interface Props {
  value?: string
  onChange?: (code: string) => void
  id?: string
  /** The unit that the value names already. */
  known?: UnitRef
}

/**
 * Finds the unit that a ticket goes to. Units ask the directory, which names every unit of the network; those of a desk
 * that may not see it choose among the units in their reach.
 */
export function PlacePicker(props: Props) {
  const t = caseCopy.use()
  return useCan()('ticket.answer') ? (
    <FromDirectory {...props} />
  ) : (
    <UnitPicker {...props} placeholder={t.field.toHint} />
  )
}

function FromDirectory({ value, onChange, id, known }: Props) {
  const t = caseCopy.use()
  const [typed, setTyped] = useState('')
  const [q, setQ] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), 250)
    return () => clearTimeout(timer)
  }, [typed])
  const found = useQuery({
    queryKey: [...keys.units, 'directory', q],
    queryFn: ({ signal }) => api.get<DirectoryEntry[]>('/network/directory', { q }, signal),
    enabled: q.length >= 2,
    placeholderData: (previous) => previous,
  })
  return (
    <Select
      id={id}
      value={value}
      placeholder={t.field.toHint}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      notFoundContent={t.field.toHint}
      options={(found.data ?? (known === undefined ? [] : [{ ...known, city: null }])).map((unit) => ({
        value: unit.code,
        label: [unit.name, unit.city, unit.code].filter((part) => part !== null).join(' · '),
      }))}
      onChange={onChange}
      style={{ width: '100%' }}
    />
  )
}
