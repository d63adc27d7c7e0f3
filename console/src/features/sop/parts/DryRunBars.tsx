import { Button, Progress } from 'antd'
import { sayProblem } from '../../../shared/problems'
import { sayNumber } from '../../../shared/time'
import { cx, Section } from '../../../shared/ui'
import { useDryRun, useStartDryRun } from '../api'
import { sopCopy } from '../copy'
import styles from '../Sops.module.css'
import type { DryRunRow } from '../types'

interface Props {
  code: string
  version: number
  canStart: boolean
}

/** What the version would have done to last month's tickets, beside what is in force. */
export function DryRunBars({ code, version, canStart }: Props) {
  const t = sopCopy.use()
  const { data } = useDryRun(code, version, true)
  const start = useStartDryRun(code, version)
  const run = data?.run ?? null
  const busy = run?.state === 'QUEUED' || run?.state === 'RUNNING'
  return (
    <Section
      title={t.dryRun}
      extra={
        canStart && (
          <Button size="small" loading={start.isPending || busy} onClick={() => start.mutate()}>
            {run === null ? t.startDryRun : t.againDryRun}
          </Button>
        )
      }
    >
      <p className={styles.soft}>{t.dryRunHint}</p>
      {start.error !== null && <p role="alert">{sayProblem(start.error)}</p>}
      {run !== null && busy && (
        <>
          <Progress
            percent={run.total === 0 ? 0 : Math.floor((100 * run.done) / run.total)}
            aria-label={t.dryRun}
          />
          <p className={styles.faint}>{t.dryRunProgress(sayNumber(run.done), sayNumber(run.total))}</p>
        </>
      )}
      {run?.state === 'FAILED' && <p role="alert">{t.dryRunFailed}</p>}
      {run?.state === 'DONE' && run.rows.length === 0 && <p>{t.dryRunEmpty}</p>}
      {run?.state === 'DONE' && run.rows.length > 0 && <Result rows={run.rows} />}
    </Section>
  )
}

type Count = DryRunRow['before']
interface Sum {
  key: string
  name: string
  cases: number
  unknown: number
  before: Count
  after: Count
}

function Result({ rows }: { rows: DryRunRow[] }) {
  const t = sopCopy.use()
  const byStage = sums(
    rows,
    (row) => `${row.stage} ${row.party} ${row.urgent}`,
    (row) => `${t.stage[row.stage]}·${t.party[row.party]}${row.urgent ? `·${t.onlyUrgent}` : ''}`,
  )
  const byRegion = sums(
    rows,
    (row) => row.region?.code ?? '',
    (row) => row.region?.name ?? t.noRegion,
  )
  return (
    <div className={styles.bars}>
      {byStage.map((sum) => (
        <div key={sum.key}>
          <strong>{sum.name}</strong>{' '}
          <span className={styles.faint}>
            {t.cases(sayNumber(sum.cases))}
            {sum.unknown > 0 && `，${t.unknownCases(sayNumber(sum.unknown))}`}
          </span>
          <Pair name={t.warned} cases={sum.cases} before={sum.before.warned} after={sum.after.warned} />
          <Pair name={t.late} cases={sum.cases} before={sum.before.late} after={sum.after.late} />
          <Pair
            name={t.steps}
            cases={Math.max(sum.before.steps, sum.after.steps)}
            before={sum.before.steps}
            after={sum.after.steps}
          />
        </div>
      ))}
      <h3>{t.byRegion}</h3>
      {byRegion.map((sum) => (
        <Pair
          key={sum.key}
          name={`${sum.name} ${t.cases(sayNumber(sum.cases))}`}
          cases={sum.cases}
          before={sum.before.late}
          after={sum.after.late}
        />
      ))}
    </div>
  )
}

function sums(rows: DryRunRow[], key: (row: DryRunRow) => string, name: (row: DryRunRow) => string): Sum[] {
  const byKey = new Map<string, Sum>()
  const zero = { warned: 0, late: 0, steps: 0 }
  for (const row of rows) {
    const sum = byKey.get(key(row)) ?? {
      key: key(row),
      name: name(row),
      cases: 0,
      unknown: 0,
      before: zero,
      after: zero,
    }
    byKey.set(key(row), {
      ...sum,
      cases: sum.cases + row.cases,
      unknown: sum.unknown + row.unknown,
      before: plus(sum.before, row.before),
      after: plus(sum.after, row.after),
    })
  }
  return [...byKey.values()]
}

function plus(one: Count, other: Count): Count {
  return {
    warned: one.warned + other.warned,
    late: one.late + other.late,
    steps: one.steps + other.steps,
  }
}

function Pair({
  name,
  cases,
  before,
  after,
}: {
  name: string
  cases: number
  before: number
  after: number
}) {
  const t = sopCopy.use()
  return (
    <div className={styles.pair}>
      <span>{name}</span>
      <div>
        <Bar word={t.before} value={before} of={cases} />
        <Bar word={t.after} value={after} of={cases} after />
      </div>
    </div>
  )
}

function Bar({
  word,
  value,
  of,
  after = false,
}: {
  word: string
  value: number
  of: number
  after?: boolean
}) {
  return (
    <div className={cx(styles.bar, after && styles.after)}>
      <span className={styles.faint}>{word}</span>
      <div className={styles.track}>
        <div className={styles.fill} style={{ width: `${of === 0 ? 0 : (100 * value) / of}%` }} />
      </div>
      <span>{sayNumber(value)}</span>
    </div>
  )
}
