import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useEffect, useState } from 'react'
import { api } from '../../../api/client'
import { keys } from '../../../api/query'
import type { Page, TicketBrief, TicketRow, TicketView } from '../../../api/types'
import { caseCopy, ticketCopy } from '../copy'
import { kindName } from '../model'

interface Props {
  ticket: TicketView
  value?: string
  onChange?: (id: string) => void
  id?: string
}

/** Finds the ticket in which this one goes on: those of the same parcel at once, any other by its number. */
export function TicketPicker({ ticket, value, onChange, id }: Props) {
  const t = caseCopy.use()
  const words = ticketCopy.use()
  const [typed, setTyped] = useState('')
  const [q, setQ] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), 250)
    return () => clearTimeout(timer)
  }, [typed])
  const found = useQuery({
    queryKey: [...keys.tickets, 'find', q],
    queryFn: ({ signal }) => api.get<Page<TicketRow>>('/tickets', { view: 'all', q, limit: 10 }, signal),
    enabled: q.length >= 4,
  })
  const others: TicketBrief[] = q.length >= 4 ? (found.data?.items ?? []) : ticket.related
  return (
    <Select
      id={id}
      value={value}
      placeholder={t.field.intoHint}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      notFoundContent={q.length < 4 ? t.field.intoHint : t.field.intoNone}
      options={others
        .filter((other) => other.id !== ticket.id)
        .map((other) => ({
          value: other.id,
          label: `${other.number} · ${kindName(other)} · ${words.state[other.state]}`,
        }))}
      onChange={onChange}
      style={{ width: '100%' }}
    />
  )
}
