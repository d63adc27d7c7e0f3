import { App, Button } from 'antd'
import { useState } from 'react'
import type { Closure, Unit } from '../../../api/types'
import { businessNow, useBusinessNow } from '../../../shared/clock/clock'
import { sayProblem } from '../../../shared/problems'
import { MINUTE, sayTime } from '../../../shared/time'
import { ErrorState, Section, SkeletonRows, Tag } from '../../../shared/ui'
import { useCan } from '../../identity'
import { useClosures, useMoveEnd } from '../api'
import { networkCopy } from '../copy'
import { ClosureDialog } from './ClosureDialog'
import styles from './UnitView.module.css'

/** Closures that hold for the unit: its own, and those of the units above it. */
export function Closures({ unit }: { unit: Unit }) {
  const t = networkCopy.use()
  const can = useCan()
  const now = useBusinessNow()
  const closures = useClosures()
  const [dialog, setDialog] = useState<Closure | 'new' | null>(null)
  const codes = new Set([unit.code, ...(unit.ancestors ?? []).map((above) => above.code)])
  const holding = closures.data?.items.filter(
    (closure) => codes.has(closure.unit.code) && Date.parse(closure.until) > now,
  )
  return (
    <Section
      title={t.closures}
      extra={
        can('closures.write') && (
          <Button size="small" onClick={() => setDialog('new')}>
            {t.announce}
          </Button>
        )
      }
    >
      <p className={styles.hint}>{t.closuresHint}</p>
      {closures.isError && <ErrorState error={closures.error} onRetry={() => void closures.refetch()} />}
      {holding === undefined && !closures.isError && <SkeletonRows rows={2} height={40} />}
      {holding?.length === 0 && <p className={styles.none}>{t.closuresNone}</p>}
      <ul className={styles.rows}>
        {holding?.map((closure) => (
          <ClosureRow key={closure.id} closure={closure} now={now} onChange={() => setDialog(closure)} />
        ))}
      </ul>
      {dialog !== null && (
        <ClosureDialog
          unit={unit}
          closure={dialog === 'new' ? null : dialog}
          onClose={() => setDialog(null)}
        />
      )}
    </Section>
  )
}

function ClosureRow({ closure, now, onChange }: { closure: Closure; now: number; onChange: () => void }) {
  const t = networkCopy.use()
  const can = useCan()
  const { message } = App.useApp()
  const move = useMoveEnd()
  const minute = Math.floor(now / MINUTE) * MINUTE
  const began = Date.parse(closure.from) <= now

  function end() {
    move.mutate(
      { id: closure.id, until: new Date(businessNow()).toISOString() },
      {
        onSuccess: () => message.success(t.ended),
        onError: (problem) => message.error(sayProblem(problem)),
      },
    )
  }

  return (
    <li>
      <Tag meaning={began ? 'watch' : 'plain'}>
        {t.closureLine(closure.unit.name, t.reason[closure.reason])}
      </Tag>
      <span className={styles.grow}>
        {t.closureTime(sayTime(closure.from, minute), sayTime(closure.until, minute))}
        {closure.note !== null && closure.note !== '' && <span className={styles.soft}> {closure.note}</span>}
      </span>
      {can('closures.write') && (
        <>
          <Button size="small" onClick={onChange}>
            {t.extend}
          </Button>
          {began && (
            <Button size="small" loading={move.isPending} onClick={end}>
              {t.endNow}
            </Button>
          )}
        </>
      )}
    </li>
  )
}
