import { PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { keys } from '../../api/query'
import type { ContractRow } from '../../api/types'
import { useRowCursor } from '../../shared/keyboard/useRowCursor'
import {
  Chip,
  type Column,
  DataTable,
  EmptyState,
  ErrorState,
  PageFrame,
  Tag,
  UnitName,
  usePages,
  useSetFilter,
} from '../../shared/ui'
import { useCan } from '../identity'
import { saySeconds } from '../insight'
import { ContractDrawer } from './ContractDrawer'
import styles from './ContractsPage.module.css'
import { contractCopy } from './copy'

const STATES = ['ACTIVE', 'SUSPENDED', 'ENDED'] as const

/** Firms with terms, people and numbers of their own. */
export default function ContractsPage() {
  const t = contractCopy.use()
  const can = useCan()
  const [params] = useSearchParams()
  const q = params.get('q') ?? ''
  const state = params.get('state') ?? ''
  const list = usePages<ContractRow>(keys.contracts, '/contracts', {
    q: q === '' ? null : q,
    state: state === '' ? null : state,
  })
  const columns = useColumns()
  const [editing, setEditing] = useState<ContractRow | 'new' | null>(null)
  const { cursor, reset } = useRowCursor(list.rows, setEditing, {
    next: t.next,
    previous: t.previous,
    open: t.open,
  })
  const set = useSetFilter(reset)
  return (
    <PageFrame
      title={t.title}
      fill
      actions={
        can('contract.manage') && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
            {t.add}
          </Button>
        )
      }
    >
      <div className={styles.bar}>
        <Input.Search
          allowClear
          defaultValue={q}
          placeholder={t.search}
          aria-label={t.search}
          className={styles.search}
          onSearch={(text) => set('q', text.trim())}
        />
        <Chip on={state === ''} words={t.all} onPress={() => set('state', '')} />
        {STATES.map((each) => (
          <Chip key={each} on={state === each} words={t.state[each]} onPress={() => set('state', each)} />
        ))}
      </div>
      {list.error !== null && (
        <ErrorState error={list.error} over={list.rows !== undefined} onRetry={list.retry} />
      )}
      {(list.error === null || list.rows !== undefined) && (
        <DataTable
          label={t.title}
          columns={columns}
          rows={list.rows}
          rowKey={(row) => row.id}
          hasMore={list.hasMore}
          loadingMore={list.loadingMore}
          onMore={list.more}
          cursor={cursor}
          onOpen={setEditing}
          card={(row) => <Card row={row} />}
          cardHeight={84}
          empty={
            q === '' && state === '' ? (
              <EmptyState title={t.emptyTitle}>{t.emptyHint}</EmptyState>
            ) : (
              <EmptyState title={t.noneFound} />
            )
          }
        />
      )}
      {editing !== null && (
        <ContractDrawer id={editing === 'new' ? null : editing.id} onClose={() => setEditing(null)} />
      )}
    </PageFrame>
  )
}

function useColumns(): Column<ContractRow>[] {
  const t = contractCopy.use()
  return useMemo(
    () => [
      {
        key: 'name',
        title: t.column.name,
        width: 'minmax(160px, 2fr)',
        render: (row) => row.name,
      },
      {
        key: 'code',
        title: t.column.code,
        width: '150px',
        render: (row) => <span className="tabular">{row.code}</span>,
      },
      {
        key: 'unit',
        title: t.column.unit,
        width: 'minmax(120px, 1fr)',
        render: (row) => <UnitName unit={row.unit} />,
      },
      { key: 'state', title: t.column.state, width: '100px', render: (row) => <State row={row} /> },
      {
        key: 'answer',
        title: t.column.answer,
        width: '110px',
        render: (row) =>
          row.terms.answerSeconds === null ? (
            <span className={styles.soft}>{t.channelTime}</span>
          ) : (
            saySeconds(row.terms.answerSeconds)
          ),
      },
      {
        key: 'agents',
        title: t.column.agents,
        width: '90px',
        render: (row) => t.count(row.terms.agents.length),
      },
      { key: 'people', title: t.column.people, width: '90px', render: (row) => t.count(row.people) },
      {
        key: 'valid',
        title: t.column.valid,
        width: '210px',
        from: 1000,
        render: (row) => <span className="tabular">{t.days(row.validFrom, row.validTo)}</span>,
      },
    ],
    [t],
  )
}

function State({ row }: { row: ContractRow }) {
  const t = contractCopy.use()
  if (row.state !== 'ACTIVE') {
    return <Tag meaning={row.state === 'SUSPENDED' ? 'watch' : undefined}>{t.state[row.state]}</Tag>
  }
  if (row.inForce) return <Tag meaning="good">{t.state.ACTIVE}</Tag>
  return <Tag meaning="watch">{row.validTo !== null && isPast(row.validTo) ? t.over : t.notYet}</Tag>
}

/** A day of Beijing, as the platform counts them. */
function isPast(day: string): boolean {
  return day < new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
}

function Card({ row }: { row: ContractRow }) {
  const t = contractCopy.use()
  return (
    <div className={styles.card}>
      <strong>{row.name}</strong>
      <span className={styles.soft}>
        {row.code} · {row.unit.name}
      </span>
      <span>
        <State row={row} />{' '}
        <span className={styles.soft}>
          {t.column.people} {t.count(row.people)}
        </span>
      </span>
    </div>
  )
}
