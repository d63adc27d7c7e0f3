import { App, Button } from 'antd'
import { useSearchParams } from 'react-router'
import type { PolicyRow, PolicyTerm } from '../../api/types'
import { sayTime } from '../../shared/time'
import { cx, EmptyState, ErrorState, PageFrame, Section, SkeletonRows, Tag } from '../../shared/ui'
import { useCan } from '../identity'
import { DeskTabs } from './parts/DeskTabs'
import { usePolicies, usePolicy, usePolicyAct } from './policy/api'
import { policyCopy } from './policy/copy'
import styles from './policy/Policy.module.css'
import { VersionPane } from './policy/VersionPane'

const SHOWN = 10
const NEVER = Date.parse('1971-01-01T00:00:00Z')

/** Versions of the rules of routing: which is in force, which are in the making, and what each would make of last week. */
export default function PoliciesPage() {
  const t = policyCopy.use()
  const mayWrite = useCan()('desk.policy')
  const list = usePolicies()
  const act = usePolicyAct()
  const { message } = App.useApp()
  const [search, setSearch] = useSearchParams()
  const asked = Number(search.get('version') ?? 0)
  const shown = list.data === undefined ? null : asked > 0 ? asked : list.data.inForce
  const one = usePolicy(shown)
  const show = (version: number) => setSearch({ version: String(version) }, { replace: true })
  const begin = () =>
    act.mutate(
      { act: 'begin', from: shown, note: '' },
      {
        onSuccess: (begun) => {
          show(begun.row.version)
          message.success(t.begun(begun.row.version))
        },
      },
    )
  return (
    <PageFrame title={t.title} actions={<DeskTabs />}>
      <p className={styles.hint}>
        {t.hint} {!mayWrite && t.readOnly}
      </p>
      {list.error !== null && (
        <ErrorState error={list.error} over={list.data !== undefined} onRetry={() => void list.refetch()} />
      )}
      {list.data === undefined && list.error === null && <SkeletonRows rows={8} height={44} />}
      {list.data !== undefined && (
        <div className={styles.page}>
          <div className={styles.pane}>
            <Section
              title={t.versions}
              flush
              extra={
                mayWrite && (
                  <Button size="small" type="primary" loading={act.isPending} onClick={begin}>
                    {shown === null || shown === list.data.inForce ? t.begin : t.beginFrom(shown)}
                  </Button>
                )
              }
            >
              {list.data.items.length === 0 ? (
                <EmptyState title={t.empty} />
              ) : (
                <ul className={styles.versions}>
                  {list.data.items.map((row) => (
                    <li key={row.version}>
                      <Version row={row} here={row.version === shown} onShow={() => show(row.version)} />
                    </li>
                  ))}
                </ul>
              )}
            </Section>
            {list.data.terms.length > 1 && (
              <Section title={t.terms} flush>
                <ol className={styles.terms}>
                  {list.data.terms.slice(0, SHOWN).map((term) => (
                    <li key={`${term.version} ${term.from}`}>
                      <Term term={term} />
                    </li>
                  ))}
                </ol>
              </Section>
            )}
          </div>
          <div>
            {one.error !== null && (
              <ErrorState
                error={one.error}
                over={one.data !== undefined}
                onRetry={() => void one.refetch()}
              />
            )}
            {one.data === undefined && one.error === null && <SkeletonRows rows={10} height={40} />}
            {one.data !== undefined && (
              <VersionPane key={one.data.row.version} policy={one.data} inForce={list.data.inForce} />
            )}
          </div>
        </div>
      )}
    </PageFrame>
  )
}

function Term({ term }: { term: PolicyTerm }) {
  const t = policyCopy.use()
  const at = Date.parse(term.from) < NEVER ? t.always : sayTime(term.from, Date.now())
  return (
    <>
      {t.term(term.version, term.by, at)}
      {term.note !== null && <div className={styles.soft}>{term.note}</div>}
    </>
  )
}

function Version({ row, here, onShow }: { row: PolicyRow; here: boolean; onShow: () => void }) {
  const t = policyCopy.use()
  const now = Date.now()
  const packaged = Date.parse(row.madeAt) < NEVER
  const since =
    row.since === null
      ? null
      : Date.parse(row.since) < NEVER
        ? t.always
        : t.since(row.forcedBy ?? '', sayTime(row.since, now))
  return (
    <button type="button" className={cx(here && styles.here)} aria-current={here} onClick={onShow}>
      <span className={styles.line}>
        <strong>{t.version(row.version)}</strong>
        <Tag meaning={row.inForce ? 'good' : row.state === 'DRAFT' ? 'watch' : 'plain'}>
          {row.inForce ? t.inForce : t.state[row.state]}
        </Tag>
      </span>
      <span>{packaged ? t.packaged : row.note || t.noNote}</span>
      {!packaged && <span className={styles.soft}>{t.by(row.author, sayTime(row.madeAt, now))}</span>}
      {since !== null && <span className={styles.soft}>{since}</span>}
      {row.dropped !== null && <span className={styles.soft}>{t.droppedWhy(row.dropped)}</span>}
    </button>
  )
}
