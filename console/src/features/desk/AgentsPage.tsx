import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Seat } from '../../api/types'
import { joinList } from '../../shared/i18n'
import { type Column, DataTable, EmptyState, ErrorState, PageFrame, Tag } from '../../shared/ui'
import { useAgents } from './api'
import { deskCopy } from './copy'
import { SEAT_MEANING } from './model'
import { AbilityDrawer } from './parts/AbilityDrawer'
import { DeskTabs } from './parts/DeskTabs'
import { sayMatter } from './words'

/** What each agent can do: which channels they take, and how good they are at what. */
export default function AgentsPage() {
  const t = deskCopy.use()
  const { data, error, refetch } = useAgents()
  const [words, setWords] = useState('')
  const [editing, setEditing] = useState<string | null>(null)
  const sought = words.trim()
  const rows = data?.filter((seat) => seat.person.name.includes(sought) || seat.unit.name.includes(sought))
  const edited = data?.find((seat) => seat.person.id === editing)
  const skills = (seat: Seat) =>
    joinList(Object.entries(seat.skills).map(([skill, level]) => `${sayMatter(skill)} ${level}`))
  const channels = (seat: Seat) =>
    seat.channels.length === 0 ? t.noChannels : joinList(seat.channels.map((channel) => t.channel[channel]))
  const columns: Column<Seat>[] = [
    {
      key: 'name',
      title: t.agent,
      width: '120px',
      render: (seat) => <strong>{seat.person.name}</strong>,
    },
    {
      key: 'state',
      title: t.status,
      width: '100px',
      render: (seat) => <Tag meaning={SEAT_MEANING[seat.state]}>{t.seat[seat.state]}</Tag>,
    },
    { key: 'skills', title: t.skills, width: 'minmax(180px, 2fr)', render: skills },
    { key: 'channels', title: t.channels, width: 'minmax(160px, 2fr)', render: channels },
    {
      key: 'unit',
      title: t.unit,
      width: 'minmax(120px, 1fr)',
      from: 900,
      render: (seat) => seat.unit.name,
    },
    {
      key: 'edit',
      title: t.action,
      width: '90px',
      render: (seat) => (
        <Button size="small" type="link" onClick={() => setEditing(seat.person.id)}>
          {t.edit}
        </Button>
      ),
    },
  ]
  return (
    <PageFrame title={t.agents} fill actions={<DeskTabs />}>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '8px 14px', alignItems: 'center' }}>
        <Input
          allowClear
          aria-label={t.find}
          placeholder={t.find}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          style={{ width: 240 }}
        />
        <span style={{ color: 'var(--text-soft)' }}>{t.agentsHint}</span>
      </div>
      {error !== null && (
        <ErrorState error={error} over={data !== undefined} onRetry={() => void refetch()} />
      )}
      {(error === null || data !== undefined) && (
        <DataTable
          label={t.agents}
          columns={columns}
          rows={rows}
          rowKey={(seat) => seat.person.id}
          empty={<EmptyState title={t.noAgents}>{t.noAgentsHint}</EmptyState>}
          cardHeight={96}
          card={(seat) => (
            <div style={{ display: 'grid', gap: 2 }}>
              <span style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
                <strong>{seat.person.name}</strong>
                <Tag meaning={SEAT_MEANING[seat.state]}>{t.seat[seat.state]}</Tag>
                <span style={{ color: 'var(--text-soft)' }}>{seat.unit.name}</span>
                <Button
                  size="small"
                  type="link"
                  style={{ marginInlineStart: 'auto' }}
                  onClick={() => setEditing(seat.person.id)}
                >
                  {t.edit}
                </Button>
              </span>
              <span>{skills(seat)}</span>
              <span style={{ color: 'var(--text-soft)' }}>{channels(seat)}</span>
            </div>
          )}
        />
      )}
      {edited !== undefined && (
        <AbilityDrawer key={edited.person.id} seat={edited} onClose={() => setEditing(null)} />
      )}
    </PageFrame>
  )
}
