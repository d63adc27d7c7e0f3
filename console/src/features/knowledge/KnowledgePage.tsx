import { Button, Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { ArticleRow } from '../../api/types'
import { sayDay } from '../../shared/time'
import {
  Chip,
  type Column,
  DataTable,
  EmptyState,
  ErrorState,
  PageFrame,
  type Pages,
  Section,
  Tag,
  useSetFilter,
} from '../../shared/ui'
import { useCan } from '../identity'
import { useAnswers, useArticles } from './api'
import { knowledgeCopy } from './copy'
import styles from './Knowledge.module.css'
import { CATEGORIES, WHICH } from './model'
import { HitCard } from './parts/HitCard'
import { KnowledgeTabs } from './parts/KnowledgeTabs'
import { stateOf } from './words'

const TYPING_MS = 300
const NEAREST = 3

/** All articles that whoever looks may see, and what answers what was typed. */
export default function KnowledgePage() {
  const t = knowledgeCopy.use()
  const can = useCan()
  const go = useNavigate()
  const [params] = useSearchParams()
  const set = useSetFilter(() => undefined)
  const words = params.get('words') ?? ''
  const [typed, setTyped] = useState(words)
  const filter = {
    words: words === '' ? null : words,
    which: params.get('which'),
    category: params.get('category'),
    audience: params.get('audience'),
  }
  const list = useArticles(filter)
  const { first, rows, error } = list
  const editing = can('knowledge.edit') || can('knowledge.approve')

  // biome-ignore lint/correctness/useExhaustiveDependencies: the filter follows what is typed and nothing else
  useEffect(() => {
    if (typed.trim() === words) return
    const timer = setTimeout(() => set('words', typed.trim()), TYPING_MS)
    return () => clearTimeout(timer)
  }, [typed])

  const count = { IN_FORCE: 'inForce', ENDING: 'ending', DRAFT: 'drafts', SUBMITTED: 'submitted' } as const
  return (
    <PageFrame
      title={t.title}
      fill
      aside={<KnowledgeTabs />}
      actions={
        can('knowledge.edit') && (
          <Button type="primary" onClick={() => void go('/knowledge/new')}>
            {t.write}
          </Button>
        )
      }
    >
      <div className={styles.bar}>
        <Input.Search
          allowClear
          className={styles.search}
          aria-label={t.search}
          placeholder={t.search}
          value={typed}
          maxLength={200}
          onChange={(event) => setTyped(event.target.value)}
          onSearch={(value) => set('words', value.trim())}
        />
        <Select
          aria-label={t.columns.category}
          value={filter.category ?? ''}
          style={{ width: 150 }}
          options={[
            { value: '', label: t.anyCategory },
            ...CATEGORIES.map((value) => ({ value, label: t.category[value] })),
          ]}
          onChange={(value) => set('category', value)}
        />
        <Select
          aria-label={t.fields.audience}
          value={filter.audience ?? ''}
          style={{ width: 130 }}
          options={[
            { value: '', label: t.anyAudience },
            { value: 'CUSTOMERS', label: t.audience.CUSTOMERS },
            { value: 'AGENTS', label: t.audience.AGENTS },
          ]}
          onChange={(value) => set('audience', value)}
        />
        {editing && (
          <div className={styles.tabs}>
            <Chip on={filter.which === null} words={t.all} onPress={() => set('which', null)} />
            {WHICH.map((which) => (
              <Chip
                key={which}
                on={filter.which === which}
                words={
                  which === 'OUT' || first === undefined
                    ? t.which[which]
                    : `${t.which[which]} ${first.counts[count[which]]}`
                }
                onPress={() => set('which', filter.which === which ? null : which)}
              />
            ))}
          </div>
        )}
      </div>
      {error !== null && <ErrorState error={error} over={rows !== undefined} onRetry={list.retry} />}
      {words.length > 1 && <Nearest question={words} />}
      {(rows !== undefined || error === null) && <Table list={list} editing={editing} />}
    </PageFrame>
  )
}

/** What the knowledge base would answer. */
function Nearest({ question }: { question: string }) {
  const t = knowledgeCopy.use()
  const { data, error, refetch } = useAnswers({ question, customers: false, most: NEAREST })
  return (
    <div className={styles.near}>
      <Section title={t.nearest} flush extra={<span className={styles.soft}>{t.nearestHint}</span>}>
        {error !== null && (
          <ErrorState error={error} over={data !== undefined} onRetry={() => void refetch()} />
        )}
        {data?.length === 0 ? (
          <ul className={styles.hits}>
            <li className={styles.soft}>{t.nearestNone}</li>
          </ul>
        ) : (
          <ul className={styles.hits} aria-label={t.nearest}>
            {data?.map((hit) => (
              <li key={hit.article}>
                <HitCard hit={hit} to={`/knowledge/${hit.article}`} />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  )
}

function Table({ list, editing }: { list: Pages<ArticleRow>; editing: boolean }) {
  const t = knowledgeCopy.use()
  const go = useNavigate()
  const until = (row: ArticleRow) =>
    row.inForce === null
      ? ''
      : row.inForce.until === null
        ? t.noEnd
        : t.until(sayDay(Date.parse(row.inForce.until), Date.now()))
  const states = (row: ArticleRow) => (
    <span className={styles.tags}>
      {stateOf(row).map((one) => (
        <Tag key={one.words} meaning={one.meaning}>
          {one.words}
        </Tag>
      ))}
    </span>
  )
  const title = (row: ArticleRow) => (
    <span className={styles.title}>
      <span title={row.title}>{row.title}</span>
      {row.standard && <Tag meaning="watch">{t.standard}</Tag>}
      {row.audience === 'AGENTS' && <Tag>{t.audience.AGENTS}</Tag>}
    </span>
  )
  const columns: Column<ArticleRow>[] = [
    { key: 'number', title: t.columns.number, width: '64px', render: (row) => t.number(row.number) },
    {
      key: 'title',
      title: t.columns.title,
      width: 'minmax(220px, 3fr)',
      render: (row) => <Link to={`/knowledge/${row.id}`}>{title(row)}</Link>,
    },
    {
      key: 'category',
      title: t.columns.category,
      width: '150px',
      render: (row) => t.category[row.category],
      from: 760,
    },
    ...(editing
      ? [{ key: 'state', title: t.columns.state, width: '190px', render: states } as Column<ArticleRow>]
      : []),
    { key: 'unit', title: t.columns.unit, width: '140px', render: (row) => row.unit.name, from: 1100 },
    { key: 'until', title: t.columns.until, width: '140px', render: until, from: 900 },
  ]
  return (
    <DataTable
      label={t.articles}
      columns={columns}
      rows={list.rows}
      rowKey={(row) => row.id}
      total={list.total}
      hasMore={list.hasMore}
      loadingMore={list.loadingMore}
      onMore={list.more}
      empty={<EmptyState title={t.empty}>{t.emptyHint}</EmptyState>}
      onOpen={(row) => void go(`/knowledge/${row.id}`)}
      cardHeight={72}
      card={(row) => (
        <div className={styles.card}>
          <Link to={`/knowledge/${row.id}`}>{title(row)}</Link>
          <span className={styles.tags}>
            {editing && states(row)}
            <span className={styles.soft}>
              {t.number(row.number)} · {t.category[row.category]} {until(row)}
            </span>
          </span>
        </div>
      )}
    />
  )
}
