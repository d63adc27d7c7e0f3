import { useState } from 'react'
import { caseCopy } from '../copy'
import { useMentionable } from '../together'
import { PersonSelect } from './PersonSelect'

interface Props {
  ticketId: string
  value?: string
  onChange?: (id: string | undefined) => void
  id?: string
}

/** Finds somebody who may see the ticket. */
export function ColleaguePicker({ ticketId, ...field }: Props) {
  const t = caseCopy.use()
  const [q, setQ] = useState('')
  const found = useMentionable(ticketId, q)
  return (
    <PersonSelect
      people={found.data ?? []}
      searching={found.isFetching}
      onSeek={setQ}
      placeholder={t.field.personHint}
      {...field}
    />
  )
}
