import type { ReactNode } from 'react'
import type { ChargeView, UnitRef } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { exactTime, sayTime } from '../../../shared/time'
import { Section, Tag, UnitName } from '../../../shared/ui'
import { chargeCopy } from '../copy'
import styles from './Drawer.module.css'

/** What the charged units bring and what is said against it, in the order in which it came. */
export function Sides({ view }: { view: ChargeView }) {
  const t = chargeCopy.use()
  const e = t.evidence
  const brought = view.evidence.map((each) => ({
    ...each,
    title: t.evidenceKinds[each.kind],
    tag: (
      <Tag meaning={each.outcome === 'ACCEPTED' ? 'good' : each.outcome === null ? 'watch' : 'stopped'}>
        {each.outcome === null ? e.open : e[each.outcome]}
      </Tag>
    ),
  }))
  const rebuttals = view.history
    .filter((entry) => entry.what === 'REBUTTED')
    .map((entry) => ({
      ...entry,
      title: e.rebuttal,
      tag: null,
      files: typeof entry.data.files === 'number' ? entry.data.files : 0,
    }))
  const said = [...brought, ...rebuttals].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return (
    <Section title={e.title}>
      {said.length === 0 && <p className={styles.faint}>{e.none}</p>}
      <ul className={styles.list}>
        {said.map((each) => (
          <Said key={`${each.at} ${each.title}`} {...each} />
        ))}
      </ul>
    </Section>
  )
}

interface SaidProps {
  at: string
  by: string
  unit: UnitRef | null
  title: string
  text: string | null
  files: number
  tag: ReactNode
}

function Said({ at, by, unit, title, text, files, tag }: SaidProps) {
  const e = chargeCopy.use().evidence
  const now = useBusinessNow()
  return (
    <li>
      <div className={styles.line}>
        <strong>{title}</strong>
        {tag}
        <span className={styles.faint}>
          {unit !== null && <UnitName unit={unit} />} {by}{' '}
          <time dateTime={at} title={exactTime(at)} className="tabular">
            {sayTime(at, now)}
          </time>
        </span>
      </div>
      {text !== null && <p className={styles.words}>{text}</p>}
      {files > 0 && <span className={styles.faint}>{e.files(files)}</span>}
    </li>
  )
}
