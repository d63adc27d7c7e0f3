import { useState } from 'react'
import type { PersonRef } from '../../../api/types'
import { PersonSearch } from '../../../shared/people'
import { deskCopy } from '../copy'
import { useColleagues } from '../guests'

interface Props {
  value: PersonRef | null
  onChange: (person: PersonRef | null) => void
  label: string
}

/** Finds a colleague who is at the desk, by name, unit or skill; those with room come first. */
export function ColleaguePicker(field: Props) {
  const t = deskCopy.use()
  const [asked, setAsked] = useState('')
  const { data, isFetching } = useColleagues(asked)
  return (
    <PersonSearch
      found={data?.map(({ person, unit, state, taken }) => ({
        ...person,
        more: `${unit.name} · ${t.colleagueState(t.seat[state], taken)}`,
      }))}
      searching={isFetching}
      onSeek={setAsked}
      nobody={t.noColleague}
      {...field}
    />
  )
}
