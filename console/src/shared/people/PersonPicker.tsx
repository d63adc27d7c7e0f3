import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/client'
import { keys } from '../../api/query'
import type { Page, Person, PersonRef } from '../../api/types'
import { uiCopy } from '../ui/copy'
import { PersonSearch } from './PersonSearch'

interface Props {
  value: PersonRef | null
  onChange: (person: PersonRef | null) => void
  /** Offered first, before anything is typed: the people of this unit and below. */
  unit?: string
  label: string
}

/** Finds a person by name or user name. */
export function PersonPicker({ unit, ...field }: Props) {
  const t = uiCopy.use()
  const [q, setQ] = useState('')
  const { data, isFetching } = useQuery({
    queryKey: [...keys.people, 'find', q, unit],
    queryFn: ({ signal }) =>
      api.get<Page<Person>>('/people', { q, unit: q === '' ? unit : null, limit: 20 }, signal),
    placeholderData: (previous) => previous,
  })
  return (
    <PersonSearch
      found={data?.items
        .filter((person) => person.active)
        .map((person) => ({ id: person.id, name: person.name, more: person.unit.name }))}
      searching={isFetching}
      onSeek={setQ}
      nobody={t.noPerson}
      {...field}
    />
  )
}
