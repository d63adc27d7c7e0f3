import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client'
import { keys } from '../../../api/query'
import type { PersonRef } from '../../../api/types'
import { caseCopy } from '../copy'
import { PersonSelect } from './PersonSelect'

/** Shorter is still being typed. */
const SHORTEST_WAYBILL = 10

interface Props {
  /** The parcel that the ticket will be about; those at its place are offered too. */
  waybill: string | null
  value?: string
  onChange?: (id: string | undefined) => void
  id?: string
}

/** Finds who may see an urgent ticket through that is still to be opened. */
export function WatcherPicker({ waybill, ...field }: Props) {
  const t = caseCopy.use()
  const [q, setQ] = useState('')
  const about = waybill !== null && waybill.length >= SHORTEST_WAYBILL ? waybill : null
  const found = useQuery({
    queryKey: [...keys.people, 'watchers', about, q],
    queryFn: ({ signal }) => api.get<PersonRef[]>('/tickets/green/people', { waybill: about, q }, signal),
    placeholderData: (previous) => previous,
  })
  return (
    <PersonSelect
      people={found.isError ? [] : (found.data ?? [])}
      searching={found.isFetching}
      onSeek={setQ}
      placeholder={t.field.personHint}
      notFound={found.isError && about !== null ? t.field.noSuchParcel(about) : undefined}
      {...field}
    />
  )
}
