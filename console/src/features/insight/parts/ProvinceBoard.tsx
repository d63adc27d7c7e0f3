import { Radio } from 'antd'
import { lazy, Suspense } from 'react'
import { Link, useNavigate } from 'react-router'
import type { ProvinceRow } from '../../../api/types'
import { dark, light, useDark } from '../../../shared/theme'
import { sayNumber } from '../../../shared/time'
import { cx, SkeletonRows } from '../../../shared/ui'
import { useCan } from '../../identity'
import { ramp } from '../chart/colours'
import { insightCopy } from '../copy'
import { classEnds, findingsPath, type Measure } from '../model'
import styles from './ProvinceBoard.module.css'

const ChinaMap = lazy(() => import('../chart/ChinaMap'))

interface Props {
  provinces: ProvinceRow[]
  unit: string
  measure: Measure
  onDark?: boolean
  height?: number | string
}

/** The map, what its colours mean, and the provinces with most as a list that the keyboard reaches. */
export function ProvinceBoard({ provinces, unit, measure, onDark, height = 'min(380px, 72vw)' }: Props) {
  const t = insightCopy.use()
  const can = useCan()
  const navigate = useNavigate()
  const most = provinces
    .filter((row) => row[measure] > 0)
    .sort((a, b) => b[measure] - a[measure])
    .slice(0, 8)
  const top = most[0]?.[measure] ?? 1
  return (
    <div className={cx(styles.provinces, onDark && styles.stacked)}>
      <div className={styles.map}>
        <Suspense fallback={<SkeletonRows rows={9} height={36} />}>
          <ChinaMap
            provinces={provinces}
            measure={measure}
            onDark={onDark}
            height={height}
            onProvince={(division) => {
              if (can('parcel.read')) void navigate(findingsPath({ unit, province: division }))
            }}
          />
        </Suspense>
        <Legend provinces={provinces} measure={measure} onDark={onDark} />
      </div>
      <div className={styles.most}>
        <h3>{t.ranking}</h3>
        {most.length === 0 && <p>{t.mapEmpty}</p>}
        <ol>
          {most.map((row) => (
            <li key={row.division}>
              {can('parcel.read') ? (
                <Link to={findingsPath({ unit, province: row.division })}>{row.name}</Link>
              ) : (
                <span>{row.name}</span>
              )}
              <i style={{ width: `${(row[measure] / top) * 100}%` }} />
              <strong className="tabular">{sayNumber(row[measure])}</strong>
            </li>
          ))}
        </ol>
        {can('parcel.read') && <p>{t.mapHint}</p>}
      </div>
    </div>
  )
}

function Legend({ provinces, measure, onDark }: Pick<Props, 'provinces' | 'measure' | 'onDark'>) {
  const t = insightCopy.use()
  const systemDark = useDark()
  const colours = ramp((onDark ?? systemDark) ? dark : light)
  const ends = classEnds(provinces.map((row) => row[measure]))
  return (
    <ul className={styles.legend} aria-hidden="true">
      <li>
        <i style={{ background: colours[0] }} />
        {t.classZero}
      </li>
      {ends.map((end, index) => (
        <li key={end}>
          <i style={{ background: colours[index + 1] }} />
          {t.classRange(sayNumber((ends[index - 1] ?? 0) + 1), sayNumber(end))}
        </li>
      ))}
    </ul>
  )
}

export function MeasureSwitch({ value, onChange }: { value: Measure; onChange: (measure: Measure) => void }) {
  const t = insightCopy.use()
  return (
    <Radio.Group
      size="small"
      optionType="button"
      value={value}
      aria-label={t.colourBy}
      options={(['silent', 'overdue'] as const).map((measure) => ({
        value: measure,
        label: t.measure[measure],
      }))}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
