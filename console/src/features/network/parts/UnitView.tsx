import { ArrowLeftOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Unit } from '../../../api/types'
import { ErrorState, Section, SkeletonRows, Tag, UnitName } from '../../../shared/ui'
import { useCan } from '../../identity'
import { Sharing } from '../../triage'
import { useUnit } from '../api'
import { networkCopy } from '../copy'
import { useDivisionPath } from '../divisions'
import { Closures } from './Closures'
import { Duties } from './Duties'
import { UnitForm } from './UnitForm'
import styles from './UnitView.module.css'

/** One unit: what it is, who answers for it, whether it is closed. */
export function UnitView({ code, onBack }: { code: string; onBack?: () => void }) {
  const t = networkCopy.use()
  const can = useCan()
  const { data: unit, error, refetch } = useUnit(code)
  const [form, setForm] = useState<'edit' | 'add' | null>(null)
  return (
    <article className={styles.view}>
      {onBack !== undefined && (
        <Button type="text" icon={<ArrowLeftOutlined />} onClick={onBack}>
          {t.back}
        </Button>
      )}
      {error !== null && (
        <ErrorState error={error} onRetry={() => void refetch()} over={unit !== undefined} />
      )}
      {unit === undefined && error === null && <SkeletonRows rows={10} height={36} />}
      {unit !== undefined && (
        <>
          <header className={styles.head}>
            <div>
              <nav aria-label={t.parent} className={styles.above}>
                {unit.ancestors?.map((above) => (
                  <Link key={above.code} to={`/network/${above.code}`}>
                    {above.name}
                  </Link>
                ))}
              </nav>
              <h2>
                <UnitName unit={unit} withKind /> {!unit.active && <Tag meaning="stopped">{t.inactive}</Tag>}
              </h2>
            </div>
            <div className={styles.actions}>
              {can('people.read') && <Link to={`/people?unit=${unit.code}`}>{t.openPeople}</Link>}
              {can('board.read') && <Link to={`/boards?unit=${unit.code}`}>{t.openBoard}</Link>}
              {can('network.write') && (
                <>
                  <Button icon={<PlusOutlined />} onClick={() => setForm('add')}>
                    {t.add}
                  </Button>
                  <Button type="primary" icon={<EditOutlined />} onClick={() => setForm('edit')}>
                    {t.edit}
                  </Button>
                </>
              )}
            </div>
          </header>
          <Section title={t.details}>
            <Details unit={unit} />
          </Section>
          {can('people.read') && <Duties unit={unit} />}
          <Sharing unit={unit.code} />
          <Closures unit={unit} />
          <UnitForm
            open={form !== null}
            unit={form === 'edit' ? unit : null}
            parent={form === 'edit' ? (unit.ancestors?.at(-1) ?? null) : unit}
            onClose={() => setForm(null)}
          />
        </>
      )}
    </article>
  )
}

function Details({ unit }: { unit: Unit }) {
  const t = networkCopy.use()
  const division = useDivisionPath(unit.division)
  const facts: [string, string | null][] = [
    [t.code, unit.code],
    [t.division, division],
    [t.address, unit.address],
    [t.phone, unit.phone],
    [
      t.hours,
      unit.opens === null || unit.closes === null
        ? null
        : t.hoursValue(short(unit.opens), short(unit.closes)),
    ],
    [t.serviceArea, unit.serviceArea],
  ]
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value ?? <span className={styles.none}>{t.none}</span>}</dd>
        </div>
      ))}
    </dl>
  )
}

/** 08:00:00 → 08:00 */
function short(time: string): string {
  return time.slice(0, 5)
}
