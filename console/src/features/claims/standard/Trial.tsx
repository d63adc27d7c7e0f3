import { Button, Segmented, Table } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { ClaimTrial } from '../../../api/types'
import { sayFen } from '../../../shared/money'
import { sayNumber } from '../../../shared/time'
import { EmptyState, ErrorState, Figure, Figures, Section, SkeletonRows } from '../../../shared/ui'
import { sayPart } from '../figures/share'
import { useTrial } from './api'
import { standardCopy } from './copy'
import styles from './Standard.module.css'

const PERIODS = [30, 90, 365]
const USUAL = 90

/** What the saved version would have made of past claims, beside the one in force. */
export function Trial({ version, unsaved }: { version: number; unsaved: boolean }) {
  const t = standardCopy.use()
  const [days, setDays] = useState(USUAL)
  const [asked, setAsked] = useState(false)
  const { data, error, isFetching, refetch } = useTrial(version, days, asked)
  return (
    <Section
      title={t.trial}
      extra={
        <div className={styles.actions}>
          <Segmented
            size="small"
            value={days}
            options={PERIODS.map((value) => ({ value, label: t.trialDays(value) }))}
            onChange={setDays}
          />
          <Button
            size="small"
            disabled={unsaved}
            loading={isFetching}
            onClick={() => (asked ? void refetch() : setAsked(true))}
          >
            {t.run}
          </Button>
        </div>
      }
    >
      <p className={styles.soft}>
        {t.trialHint} {unsaved && t.trialSaved}
      </p>
      {error !== null && (
        <ErrorState error={error} over={data !== undefined} onRetry={() => void refetch()} />
      )}
      {isFetching && data === undefined && <SkeletonRows rows={4} />}
      {data?.claims === 0 && <EmptyState title={t.trialNone} />}
      {data !== undefined && data.claims > 0 && <Outcome trial={data} />}
    </Section>
  )
}

function Outcome({ trial }: { trial: ClaimTrial }) {
  const t = standardCopy.use()
  const { claims, beforeFen, afterFen, quickBefore, quickAfter } = trial
  return (
    <>
      <Figures>
        <Figure
          label={t.sums}
          value={t.arrow(sayFen(beforeFen), sayFen(afterFen))}
          means={t.difference(sayFen(afterFen - beforeFen))}
        />
        <Figure
          label={t.who}
          value={`${t.gain(sayNumber(trial.gain))} · ${t.lose(sayNumber(trial.lose))}`}
          means={t.same(sayNumber(trial.same), sayNumber(trial.untold))}
        />
        <Figure
          label={t.quick}
          value={t.arrow(sayPart(quickBefore, claims), sayPart(quickAfter, claims))}
          means={t.quickOf(sayNumber(claims), sayNumber(quickBefore), sayNumber(quickAfter))}
        />
      </Figures>
      {trial.changed.length > 0 && (
        <Table
          size="small"
          className={styles.cases}
          title={() => t.cases}
          rowKey="number"
          dataSource={trial.changed}
          pagination={trial.changed.length > 10 ? { pageSize: 10, showSizeChanger: false } : false}
          scroll={{ x: 640 }}
          columns={[
            {
              title: t.caseColumns.number,
              render: (_, { number }) => (
                <Link to={`/claims?view=ALL&text=${encodeURIComponent(number)}`}>{number}</Link>
              ),
            },
            { title: t.caseColumns.before, align: 'end', render: (_, one) => sayFen(one.beforeFen) },
            { title: t.caseColumns.after, align: 'end', render: (_, one) => sayFen(one.afterFen) },
            {
              title: t.caseColumns.difference,
              align: 'end',
              render: (_, one) => sayFen(one.afterFen - one.beforeFen),
            },
            {
              title: t.caseColumns.rule,
              render: (_, { beforeRule, afterRule }) =>
                beforeRule === afterRule ? afterRule : t.arrow(beforeRule, afterRule),
            },
          ]}
        />
      )}
    </>
  )
}
