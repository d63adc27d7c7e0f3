import { App, Button, Tooltip } from 'antd'
import { useState } from 'react'
import { useBusinessNow } from '../../shared/clock/clock'
import { sayProblem } from '../../shared/problems'
import { sayHours, sayNumber, sayTime } from '../../shared/time'
import { EmptyState, ErrorState, PageFrame, Section, SkeletonRows } from '../../shared/ui'
import { useCan } from '../identity'
import { useLearn, useLimits } from './api'
import { watchCopy } from './copy'
import styles from './LimitsPage.module.css'
import type { Cell } from './model'
import { CellDrawer } from './parts/CellDrawer'
import { Drafts } from './parts/Drafts'
import { LaneTable } from './parts/LaneTable'
import { LimitForm, type Start } from './parts/LimitForm'
import { QualityPanel } from './parts/QualityPanel'
import { StageTable } from './parts/StageTable'

/** How long a parcel may go without a scan, where that number comes from, and whether the warnings are right. */
export default function LimitsPage() {
  const t = watchCopy.use()
  const can = useCan()
  const now = useBusinessNow()
  const { message } = App.useApp()
  const { data, error, refetch } = useLimits()
  const learn = useLearn()
  const [cell, setCell] = useState<Cell | null>(null)
  const [setting, setSetting] = useState<Start | null>(null)
  return (
    <PageFrame
      title={t.title}
      aside={
        data &&
        (data.version === 1
          ? t.firstVersion
          : t.version(sayNumber(data.version), sayTime(data.effectiveFrom, now)))
      }
      actions={
        can('limits.write') && (
          <>
            <Tooltip title={t.learnHint}>
              <Button
                loading={learn.isPending}
                onClick={() =>
                  learn.mutate(undefined, {
                    onSuccess: ({ learnt, version }) =>
                      message.success(t.learnt(sayNumber(learnt), sayNumber(version))),
                    onError: (problem) => message.error(sayProblem(problem)),
                  })
                }
              >
                {t.learn}
              </Button>
            </Tooltip>
            <Button type="primary" disabled={data === undefined} onClick={() => setSetting({})}>
              {t.set}
            </Button>
          </>
        )
      }
    >
      {error !== null && (
        <ErrorState error={error} over={data !== undefined} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <SkeletonRows rows={12} height={44} />}
      {data?.rows.length === 0 && <EmptyState title={t.emptyTitle}>{t.emptyHint}</EmptyState>}
      {data !== undefined && data.rows.length > 0 && (
        <div className={styles.columns}>
          <div className={styles.column}>
            <p className={styles.soft}>{t.hint(sayHours(data.watchHours), sayHours(data.floorHours))}</p>
            <Drafts />
            <Section title={t.tableTitle} flush>
              <StageTable rows={data.rows} onOpen={setCell} />
            </Section>
            <Section title={t.laneTitle}>
              <LaneTable rows={data.rows} />
            </Section>
          </div>
          {can('board.read') && <QualityPanel />}
        </div>
      )}
      <CellDrawer
        cell={cell}
        onClose={() => setCell(null)}
        onSet={
          can('limits.write')
            ? (chosen) => {
                setCell(null)
                setSetting({ stage: chosen.stage, laneClass: chosen.laneClass })
              }
            : undefined
        }
      />
      {setting !== null && data !== undefined && (
        <LimitForm start={setting} rows={data.rows} onClose={() => setSetting(null)} />
      )}
    </PageFrame>
  )
}
