import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, EditOutlined } from '@ant-design/icons'
import { App, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useBusinessNow } from '../../shared/clock/clock'
import { sayProblem } from '../../shared/problems'
import { sayTime } from '../../shared/time'
import { cx, ErrorState, PageFrame, SkeletonRows, Tag } from '../../shared/ui'
import { useUnitName } from '../../shared/units'
import { useCan } from '../identity'
import { useKinds } from '../ticket'
import { type Change, type TriageRule, useChangeRules, useRules } from './api'
import { triageCopy } from './copy'
import { RuleDrawer } from './parts/RuleDrawer'
import { TryOut } from './parts/TryOut'
import styles from './Triage.module.css'
import { sayThen, sayWhen } from './words'

/** The rules by which a new ticket finds its first owner, in the order in which they are asked. */
export default function TriagePage() {
  const t = triageCopy.use()
  const can = useCan()
  const { message } = App.useApp()
  const { data, error, refetch } = useRules()
  const change = useChangeRules()
  const [edited, setEdited] = useState<TriageRule | 'new' | null>(null)

  function take(step: Change) {
    if (data === undefined) return
    change.mutate(
      { revision: data.revision, change: step },
      { onError: (problem) => message.error(sayProblem(problem)) },
    )
  }

  return (
    <PageFrame
      title={t.title}
      actions={
        can('triage.manage') && (
          <Button type="primary" disabled={data === undefined} onClick={() => setEdited('new')}>
            {t.add}
          </Button>
        )
      }
    >
      <p className={styles.soft}>{t.hint}</p>
      {error !== null && (
        <ErrorState error={error} over={data !== undefined} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <SkeletonRows rows={8} height={52} />}
      {data !== undefined && (
        <ol className={styles.list} aria-label={t.title}>
          {data.rules.map((rule, at) => (
            <Row
              key={rule.id}
              rule={rule}
              at={at}
              last={at === data.rules.length - 1}
              busy={change.isPending}
              onEdit={() => setEdited(rule)}
              take={take}
            />
          ))}
          <li className={styles.row}>
            <span />
            <div>
              <strong>{t.last}</strong>
              <p className={styles.soft}>{t.lastThen}</p>
            </div>
          </li>
        </ol>
      )}
      <TryOut />
      {edited !== null && data !== undefined && (
        <RuleDrawer
          rule={edited === 'new' ? null : edited}
          revision={data.revision}
          onClose={() => setEdited(null)}
        />
      )}
    </PageFrame>
  )
}

/** Who wrote the rules that came with the software. */
const PACKAGED = 'Waypost'

interface RowProps {
  rule: TriageRule
  at: number
  last: boolean
  busy: boolean
  onEdit: () => void
  take: (step: Change) => void
}

function Row({ rule, at, last, busy, onEdit, take }: RowProps) {
  const t = triageCopy.use()
  const can = useCan()
  const kinds = useKinds()
  const now = useBusinessNow()
  const unit = useUnitName(rule.outcome.unit)
  const first = useUnitName(rule.when.units?.[0] ?? null)
  // Mostly there is one unit; of several the others go by their codes.
  const unitName = (code: string) =>
    code === rule.outcome.unit ? unit : code === rule.when.units?.[0] ? first : code
  return (
    <li className={styles.row} aria-label={rule.name}>
      <span className={styles.no}>{at + 1}</span>
      <div className={cx(!rule.active && styles.off)}>
        <div className={styles.head}>
          <strong>{rule.name}</strong>
          {!rule.active && <Tag meaning="stopped">{t.off}</Tag>}
        </div>
        <p>
          {sayWhen(rule.when, kinds.name, unitName)} → {sayThen(rule.outcome, unitName)}
        </p>
        <span className={styles.faint}>
          {rule.changedBy === PACKAGED ? t.packaged : t.changed(sayTime(rule.changedAt, now), rule.changedBy)}
        </span>
      </div>
      {can('triage.manage') && (
        <div className={styles.buttons}>
          <Button
            type="text"
            icon={<ArrowUpOutlined />}
            aria-label={`${t.up}：${rule.name}`}
            disabled={at === 0 || busy}
            onClick={() => take({ do: 'move', id: rule.id, to: at - 1 })}
          />
          <Button
            type="text"
            icon={<ArrowDownOutlined />}
            aria-label={`${t.down}：${rule.name}`}
            disabled={last || busy}
            onClick={() => take({ do: 'move', id: rule.id, to: at + 1 })}
          />
          <Button
            type="text"
            icon={<EditOutlined />}
            aria-label={`${t.edit}：${rule.name}`}
            onClick={onEdit}
          />
          <Popconfirm
            title={t.removeAsk}
            okText={t.remove}
            cancelText={t.cancel}
            onConfirm={() => take({ do: 'remove', id: rule.id })}
          >
            <Button
              type="text"
              danger
              icon={<DeleteOutlined />}
              aria-label={`${t.remove}：${rule.name}`}
              disabled={busy}
            />
          </Popconfirm>
        </div>
      )}
    </li>
  )
}
