import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { FindingOutcome, PrecisionBoard } from '../../api/types'
import { EmptyState, ErrorState, PageFrame, Section, SkeletonRows, UnitName } from '../../shared/ui'
import { UnitPicker } from '../../shared/units'
import { useCan, useMe } from '../identity'
import { parcelCopy } from '../parcel'
import { usePrecision } from './api'
import { insightCopy } from './copy'
import { drillPath, weekSpan } from './precision/model'
import { Numbers } from './precision/Numbers'
import styles from './precision/Precision.module.css'
import { type RateLine, RateTable } from './precision/RateTable'
import { WeekChart } from './precision/WeekChart'
import { sayShare } from './words'

const WEEKS = [4, 8, 13, 26]
const USUAL_WEEKS = 8

/** How often warnings were right, by rule, place and week. */
export default function PrecisionPage() {
  const t = insightCopy.use()
  const me = useMe()
  const can = useCan()
  const [params, setParams] = useSearchParams()
  const unit = params.get('unit') ?? me.unit.code
  const asked = Number(params.get('weeks'))
  const weeks = WEEKS.includes(asked) ? asked : USUAL_WEEKS
  const { data, error, refetch } = usePrecision(unit, weeks)

  function set(name: string, value: string | null) {
    setParams((old) => {
      const next = new URLSearchParams(old)
      if (value === null) next.delete(name)
      else next.set(name, value)
      return next
    })
  }

  return (
    <PageFrame
      title={t.prec.title}
      aside={data && <UnitName unit={data.unit} withKind />}
      actions={
        <>
          <Select
            aria-label={t.prec.weeks}
            value={weeks}
            onChange={(value) => set('weeks', value === USUAL_WEEKS ? null : String(value))}
            options={WEEKS.map((value) => ({ value, label: t.prec.lastWeeks(String(value)) }))}
          />
          {can('network.read') && (
            <div className={styles.picker}>
              <UnitPicker
                placeholder={t.chooseUnit}
                onChange={(code) => set('unit', code === me.unit.code ? null : code)}
              />
            </div>
          )}
          {unit !== me.unit.code && <Button onClick={() => set('unit', null)}>{t.backToMine}</Button>}
          {can('limits.read') && <Link to="/limits">{t.prec.limits}</Link>}
          <Link to={`/boards?unit=${unit}`}>{t.back}</Link>
        </>
      }
    >
      <p className={styles.soft}>{t.prec.hint}</p>
      {error !== null && (
        <ErrorState error={error} over={data !== undefined} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <SkeletonRows rows={14} height={44} />}
      {data !== undefined && <Panels board={data} onUnit={(code) => set('unit', code)} />}
    </PageFrame>
  )
}

function Panels({ board, onUnit }: { board: PrecisionBoard; onUnit: (code: string) => void }) {
  const t = insightCopy.use()
  const can = useCan()
  const { target, total } = board
  if (total.raised === 0) {
    return <EmptyState title={t.prec.emptyTitle}>{t.prec.emptyHint}</EmptyState>
  }
  const span = { from: board.from, until: board.until }
  const look = can('parcel.read')
  const places: RateLine[] = board.places.map((place) => ({
    key: place.unit.code,
    name:
      place.unit.code === board.unit.code ? (
        <UnitName unit={place.unit} />
      ) : (
        <button type="button" className={styles.opener} onClick={() => onUnit(place.unit.code)}>
          <UnitName unit={place.unit} />
        </button>
      ),
    rate: place.rate,
    weeks: place.weeks,
    to:
      look && place.unit.code !== board.unit.code
        ? (outcome?: FindingOutcome) => drillPath({ unit: place.unit.code, outcome, ...span })
        : null,
  }))
  return (
    <div className={styles.board}>
      <Numbers
        rate={total}
        target={target}
        to={look ? (outcome) => drillPath({ unit: board.unit.code, outcome, ...span }) : null}
      />
      <Section title={t.prec.weeksQuestion} flush>
        <WeekChart
          weeks={board.weeks}
          target={target}
          to={look ? (monday) => drillPath({ unit: board.unit.code, ...weekSpan(monday) }) : null}
        />
        <p className={styles.foot}>{t.prec.weeksHow(sayShare(target))}</p>
      </Section>
      <Rules board={board} look={look} />
      <Section title={t.prec.placesQuestion} flush>
        <RateTable first={t.column.unit} lines={places} target={target} />
      </Section>
    </div>
  )
}

/** The rules are the limits: one a stage, and within it one a class of lane. */
function Rules({ board, look }: { board: PrecisionBoard; look: boolean }) {
  const t = insightCopy.use()
  const words = parcelCopy.use()
  const [open, setOpen] = useState<string | null>(null)
  const lines = board.rules.flatMap((rule): RateLine[] => {
    const about = { unit: board.unit.code, stage: rule.stage, from: board.from, until: board.until }
    const opened = open === rule.stage
    const line: RateLine = {
      key: rule.stage,
      name: (
        <button
          type="button"
          className={styles.opener}
          aria-expanded={opened}
          onClick={() => setOpen(opened ? null : rule.stage)}
        >
          {opened ? <CaretDownOutlined /> : <CaretRightOutlined />}
          {words.stage[rule.stage]}
        </button>
      ),
      rate: rule.rate,
      weeks: rule.weeks,
      to: look ? (outcome) => drillPath({ ...about, outcome }) : null,
    }
    const lanes = rule.lanes.map(
      ({ laneClass, rate }): RateLine => ({
        key: `${rule.stage} ${laneClass}`,
        name: laneClass === null ? t.prec.laneUnknown : words.lane[laneClass],
        rate,
        weeks: [],
        under: true,
        to: look && laneClass !== null ? (outcome) => drillPath({ ...about, laneClass, outcome }) : null,
      }),
    )
    return opened ? [line, ...lanes] : [line]
  })
  return (
    <Section title={t.prec.rulesQuestion} flush>
      <RateTable first={t.prec.rule} lines={lines} target={board.target} />
      <p className={styles.foot}>{t.prec.rulesHow}</p>
    </Section>
  )
}
