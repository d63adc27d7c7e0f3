import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useEffect, useState } from 'react'
import { api } from '../../../api/client'
import { keys } from '../../../api/query'
import type { DirectoryEntry, Page, Unit } from '../../../api/types'
import { useCan } from '../../identity'

interface Found {
  code: string
  name: string
  where: string
}

/** Finds hubs and outlets anywhere in the network by name or code; several may be chosen. */
export function SitesPicker({
  value,
  onChange,
  placeholder,
  id,
}: {
  value?: string[]
  onChange?: (codes: string[]) => void
  placeholder: string
  id?: string
}) {
  const everywhere = useCan()('ticket.answer')
  const [typed, setTyped] = useState('')
  const [q, setQ] = useState('')
  const [names, setNames] = useState<Record<string, string>>({})
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), 250)
    return () => clearTimeout(timer)
  }, [typed])
  const found = useQuery({
    queryKey: [...keys.units, 'sites', q, everywhere],
    queryFn: ({ signal }) => find(q, everywhere, signal),
    enabled: q.length >= 2,
    placeholderData: (previous) => previous,
  })
  const sites = q.length >= 2 ? (found.data ?? []) : []
  const label = (site: Found) => [site.name, site.where, site.code].filter((part) => part !== '').join(' · ')
  return (
    <Select
      id={id}
      mode="multiple"
      maxCount={10}
      value={value ?? []}
      placeholder={placeholder}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      notFoundContent={placeholder}
      options={[
        ...sites.map((site) => ({ value: site.code, label: label(site) })),
        ...(value ?? [])
          .filter((code) => !sites.some((site) => site.code === code))
          .map((code) => ({ value: code, label: names[code] ?? code })),
      ]}
      onChange={(codes: string[]) => {
        setNames((old) => ({ ...old, ...Object.fromEntries(sites.map((site) => [site.code, site.name])) }))
        onChange?.(codes)
      }}
      style={{ width: '100%' }}
    />
  )
}

async function find(q: string, everywhere: boolean, signal: AbortSignal): Promise<Found[]> {
  if (everywhere) {
    const entries = await api.get<DirectoryEntry[]>('/network/directory', { q }, signal)
    return entries.map(({ code, name, province, city }) => ({
      code,
      name,
      where: [province, city].filter((part) => part !== null).join(''),
    }))
  }
  const page = await api.get<Page<Unit>>('/network/units', { q, limit: 20 }, signal)
  return page.items.map(({ code, name }) => ({ code, name, where: '' }))
}
