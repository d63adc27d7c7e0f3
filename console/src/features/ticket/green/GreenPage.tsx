import { Segmented, Select } from 'antd'
import { useSearchParams } from 'react-router'
import { sayNumber } from '../../../shared/time'
import { cx, ErrorState, PageFrame } from '../../../shared/ui'
import { UnitPicker } from '../../../shared/units'
import { useCan } from '../../identity'
import { ticketCopy } from '../copy'
import { URGENT_REASONS } from '../model'
import { type Narrowed, useGreenSummary } from './api'
import { greenCopy } from './copy'
import styles from './GreenPage.module.css'
import { answeredShare, counted } from './model'
import { Board } from './parts/Board'
import { Use } from './parts/Use'

/** The green channel: what is urgent now, who sees it through and how long is left; and who raises too much. */
export default function GreenPage() {
  const t = greenCopy.use()
  const words = ticketCopy.use()
  const can = useCan()
  const [params, setParams] = useSearchParams()
  const mayUse = can('ticket.close')
  const using = mayUse && params.get('show') === 'use'
  const to: Narrowed = { unit: params.get('unit'), reason: params.get('reason') }

  function set(name: string, value: string | null) {
    const next = new URLSearchParams(params)
    if (value === null) next.delete(name)
    else next.set(name, value)
    setParams(next, { replace: true })
  }

  return (
    <PageFrame title={t.title} fill={!using}>
      <div className={styles.tools}>
        {mayUse && (
          <Segmented
            aria-label={t.title}
            value={using ? 'use' : 'board'}
            options={[
              { value: 'board', label: t.board },
              { value: 'use', label: t.use },
            ]}
            onChange={(value) => set('show', value === 'use' ? 'use' : null)}
          />
        )}
        {!using && (
          <Select
            allowClear
            aria-label={t.reason}
            placeholder={t.allReasons}
            value={to.reason}
            options={URGENT_REASONS.map((value) => ({ value, label: words.urgentReason[value] }))}
            onChange={(value: string | null | undefined) => set('reason', value ?? null)}
          />
        )}
        {can('network.read') && (
          <div className={styles.unit}>
            <UnitPicker
              placeholder={t.allUnits}
              value={to.unit ?? undefined}
              onChange={(code) => set('unit', code)}
            />
            {to.unit !== null && (
              <button type="button" className={styles.clear} onClick={() => set('unit', null)}>
                {t.allUnits}
              </button>
            )}
          </div>
        )}
      </div>
      {using ? (
        <Use unit={to.unit} />
      ) : (
        <>
          <Numbers to={to} />
          <Board to={to} />
        </>
      )}
    </PageFrame>
  )
}

function Numbers({ to }: { to: Narrowed }) {
  const t = greenCopy.use()
  const { data, error, refetch } = useGreenSummary(to)
  if (error !== null && data === undefined) {
    return <ErrorState error={error} onRetry={() => void refetch()} />
  }
  const share = data === undefined ? null : answeredShare(data)
  return (
    <dl className={styles.numbers} aria-busy={data === undefined}>
      <div>
        <dt>{t.open}</dt>
        <dd>{data === undefined ? '…' : counted(data.open, sayNumber)}</dd>
      </div>
      <div className={cx(data !== undefined && data.overdue > 0 && styles.act)}>
        <dt>{t.overdue}</dt>
        <dd>{data === undefined ? '…' : counted(data.overdue, sayNumber)}</dd>
      </div>
      <div>
        <dt>{t.inTime}</dt>
        <dd>
          {data === undefined ? '…' : share === null ? '—' : `${sayNumber(Math.round(share * 1_000) / 10)} %`}
        </dd>
        <dd className={styles.small}>
          {data !== undefined &&
            (share === null ? t.noneYet : t.inTimeOf(sayNumber(data.inTime), sayNumber(data.measured)))}
        </dd>
      </div>
    </dl>
  )
}
