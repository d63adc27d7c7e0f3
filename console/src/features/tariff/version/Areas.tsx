import { useRef, useState } from 'react'
import { RemovableChip } from '../../../shared/ui'
import { Cell, useVersionForm, Wrong } from '../../../shared/version'
import styles from '../../../shared/version/Version.module.css'
import { useAllDivisions } from '../../network'
import { DivisionPicker } from '../quote/DivisionPicker'
import { areaOf, codeOf, nameOf } from '../quote/divisions'
import { tariffCopy } from './copy'

function useAreaName(): (area: string) => string {
  const divisions = useAllDivisions().data ?? []
  return (area) => nameOf(divisions, codeOf(area))
}

interface AreaProps {
  name: string
  at: string
  /** The beginning of division codes; empty for anywhere. */
  value: string
  onChange: (area: string) => void
}

/** A place by the beginning of its code: everything below it is meant too. */
export function Area({ name, at, value, onChange }: AreaProps) {
  const t = tariffCopy.use()
  const say = useAreaName()
  return (
    <Cell at={at} read={value === '' ? t.anywhere : say(value)}>
      <DivisionPicker
        small
        name={name}
        value={value === '' ? null : codeOf(value)}
        onChange={(code) => onChange(code === null ? '' : areaOf(code))}
      />
    </Cell>
  )
}

interface AreasProps {
  name: string
  at: string
  value: string[]
  onChange: (areas: string[]) => void
}

/** Several places. */
export function Areas({ name, at, value, onChange }: AreasProps) {
  const t = tariffCopy.use()
  const { locked } = useVersionForm()
  const say = useAreaName()
  const [chosen, setChosen] = useState<string | null>(null)
  // The list may close before what was chosen last is rendered.
  const last = useRef<string | null>(null)
  const choose = (code: string | null) => {
    last.current = code
    setChosen(code)
  }
  return (
    <div className={styles.areas}>
      {value.map((area, index) => (
        <span key={area}>
          {locked ? (
            say(area)
          ) : (
            <RemovableChip
              words={say(area)}
              does={t.removeArea(say(area))}
              onRemove={() => onChange(value.filter((one) => one !== area))}
            />
          )}
          <Wrong at={`${at}[${index}]`} />
        </span>
      ))}
      {!locked && (
        <DivisionPicker
          small
          name={`${name}: ${t.addArea}`}
          value={chosen}
          onChange={choose}
          onClosed={() => {
            // Not at each step down to a district: only what was chosen in the end is meant.
            const area = last.current === null ? null : areaOf(last.current)
            if (area !== null && !value.includes(area)) onChange([...value, area])
            choose(null)
          }}
        />
      )}
      <Wrong at={at} />
    </div>
  )
}
