import { CloseOutlined, PlusOutlined, UploadOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { keys } from '../../api/query'
import type { Person } from '../../api/types'
import { ImportDrawer } from '../../shared/imports'
import { useRowCursor } from '../../shared/keyboard/useRowCursor'
import { type Secret, SecretDialog } from '../../shared/secret'
import { DataTable, EmptyState, ErrorState, PageFrame, useSetFilter } from '../../shared/ui'
import { UnitPicker } from '../../shared/units'
import styles from './PeoplePage.module.css'
import { usePeople } from './people/api'
import { peopleCopy } from './people/copy'
import { PersonCard } from './people/PersonCard'
import { PersonDrawer } from './people/PersonDrawer'
import { usePersonColumns } from './people/personColumns'
import { useCan } from './session'

interface Shown {
  title: string
  secrets: Secret[]
}

/** The people one may manage: found, added, changed, imported. */
export default function PeoplePage() {
  const t = peopleCopy.use()
  const can = useCan()
  const client = useQueryClient()
  const [params] = useSearchParams()
  const unit = params.get('unit')
  const q = params.get('q') ?? ''
  const list = usePeople({ unit, q })
  const columns = usePersonColumns()
  const [editing, setEditing] = useState<Person | 'new' | null>(null)
  const [importing, setImporting] = useState(false)
  const [shown, setShown] = useState<Shown | null>(null)
  const unitName = list.rows?.find((person) => person.unit.code === unit)?.unit.name ?? unit ?? ''

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
        can('people.write') && (
          <>
            <Button icon={<UploadOutlined />} onClick={() => setImporting(true)}>
              {t.import}
            </Button>
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
              {t.add}
            </Button>
          </>
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
        {can('network.read') && (
          <div className={styles.search}>
            <UnitPicker placeholder={t.chooseUnit} onChange={(code) => set('unit', code)} />
          </div>
        )}
        {unit !== null && (
          <button
            type="button"
            className={styles.chip}
            aria-label={t.removeFilter(t.inUnit(unitName))}
            onClick={() => set('unit', '')}
          >
            {t.inUnit(unitName)} <CloseOutlined />
          </button>
        )}
      </div>
      {list.error !== null && (
        <ErrorState error={list.error} over={list.rows !== undefined} onRetry={list.retry} />
      )}
      {(list.error === null || list.rows !== undefined) && (
        <DataTable
          label={t.title}
          columns={columns}
          rows={list.rows}
          rowKey={(person) => person.id}
          total={list.total}
          hasMore={list.hasMore}
          loadingMore={list.loadingMore}
          onMore={list.more}
          cursor={cursor}
          onOpen={setEditing}
          card={(person) => <PersonCard person={person} />}
          cardHeight={84}
          empty={
            <EmptyState title={t.emptyTitle}>
              {q === '' && unit === null ? t.emptyHint : t.filtered}
            </EmptyState>
          }
        />
      )}
      {editing !== null && (
        <PersonDrawer
          person={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onSecret={(title, secrets) => setShown({ title, secrets })}
        />
      )}
      <SecretDialog
        title={shown?.title ?? ''}
        secrets={shown?.secrets ?? null}
        onClose={() => setShown(null)}
      />
      <ImportDrawer
        open={importing}
        title={t.importTitle}
        path="/people/import"
        templateName="people.csv"
        columns={Object.entries(t.importColumn).map(([name, meaning]) => ({
          name,
          meaning,
          required: ['username', 'name', 'roles', 'unit'].includes(name),
        }))}
        onClose={() => setImporting(false)}
        onImported={() => void client.invalidateQueries({ queryKey: keys.people })}
      />
    </PageFrame>
  )
}
