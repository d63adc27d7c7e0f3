import { Button, Select } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useLocale } from '../../shared/i18n'
import { sayNumber } from '../../shared/time'
import { EmptyState, ErrorState, PageFrame, Section, SkeletonRows } from '../../shared/ui'
import { UnitPicker } from '../../shared/units'
import { useCan, useMe } from '../identity'
import { type CauseRow, useCauseTable } from './api'
import { improvementCopy } from './copy'
import styles from './ImprovementPage.module.css'
import { Catalogue } from './parts/Catalogue'
import { CauseList } from './parts/CauseList'
import { Items } from './parts/Items'
import { Places } from './parts/Places'
import { ProposeDialog } from './parts/ProposeDialog'

/** Why tickets come to be, what is done about it, and whether it helped. */
export default function ImprovementPage() {
  const t = improvementCopy.use()
  const zh = useLocale() === 'zh-CN'
  const me = useMe()
  const can = useCan()
  const [params, setParams] = useSearchParams()
  const [where, setWhere] = useState<CauseRow | null>(null)
  const [proposing, setProposing] = useState(false)
  const unit = params.get('unit')
  const department = params.get('department')
  const { data, error, refetch } = useCauseTable(unit, department)

  function set(name: string, value: string | null) {
    const next = new URLSearchParams(params)
    if (value === null) next.delete(name)
    else next.set(name, value)
    setParams(next, { replace: true })
  }

  return (
    <PageFrame
      title={t.title}
      actions={
        can('improvement.write') && (
          <Button type="primary" onClick={() => setProposing(true)}>
            {t.propose}
          </Button>
        )
      }
    >
      <div className={styles.filters}>
        <Select
          allowClear
          aria-label={t.departmentLabel}
          placeholder={t.allDepartments}
          value={department}
          onChange={(value: string | undefined) => set('department', value ?? null)}
          options={Object.entries(t.departments).map(([value, label]) => ({ value, label }))}
        />
        {can('network.read') && (
          <div>
            <UnitPicker placeholder={t.chooseUnit} onChange={(code) => set('unit', code)} />
          </div>
        )}
      </div>
      <Section title={t.causes}>
        {error !== null && (
          <ErrorState error={error} onRetry={() => void refetch()} over={data !== undefined} />
        )}
        {data === undefined && error === null && <SkeletonRows rows={8} />}
        {data !== undefined && (
          <>
            <p>
              {t.span(data.mondays.length)} · {t.summary(sayNumber(data.ended), sayNumber(data.unnamed))}
            </p>
            {data.causes.length === 0 ? (
              <EmptyState title={t.empty}>{t.emptyHint}</EmptyState>
            ) : (
              <CauseList table={data} onWhere={setWhere} />
            )}
          </>
        )}
      </Section>
      <Section title={t.items}>
        <Items />
      </Section>
      {can('improvement.write') && me.unit.kind === 'HEADQUARTERS' && (
        <Section title={t.catalogue}>
          <Catalogue />
        </Section>
      )}
      {where !== null && (
        <Places
          code={where.code}
          name={zh ? where.nameZh : where.nameEn}
          unit={unit}
          onClose={() => setWhere(null)}
        />
      )}
      {proposing && <ProposeDialog onDone={() => setProposing(false)} />}
    </PageFrame>
  )
}
