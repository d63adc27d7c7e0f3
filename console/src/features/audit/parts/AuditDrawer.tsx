import { Drawer } from 'antd'
import { Link } from 'react-router'
import type { AuditLine } from '../../../api/types'
import { exactTime } from '../../../shared/time'
import { parcelPath } from '../../parcel'
import styles from '../AuditPage.module.css'
import { auditCopy } from '../copy'
import { saySentence, sayWho } from '../model'

/** Everything the trail holds of one line. */
export function AuditDrawer({ line, onClose }: { line: AuditLine | null; onClose: () => void }) {
  const t = auditCopy.use()
  return (
    <Drawer open={line !== null} title={t.detail} size="min(520px, 100vw)" onClose={onClose}>
      {line !== null && <Facts line={line} />}
    </Drawer>
  )
}

function Facts({ line }: { line: AuditLine }) {
  const t = auditCopy.use()
  const subjects: Record<string, string> = t.subject
  const detail = Object.entries(line.detail)
  return (
    <>
      <p className={styles.lead}>{saySentence(line)}</p>
      <dl className={styles.facts}>
        <dt>{t.facts.at}</dt>
        <dd className="tabular">{exactTime(line.at)}</dd>
        <dt>{t.facts.by}</dt>
        <dd>{sayWho(line)}</dd>
        <dt>{t.facts.address}</dt>
        <dd>{line.address ?? '—'}</dd>
        <dt>{t.facts.id}</dt>
        <dd>
          {subjects[line.subjectKind] ?? line.subjectKind} <Subject line={line} />
        </dd>
        <dt>{t.facts.unitPath}</dt>
        <dd>{line.unitPath}</dd>
        <dt>{t.facts.action}</dt>
        <dd>{line.action}</dd>
      </dl>
      {detail.length > 0 && (
        <>
          <h3 className={styles.more}>{t.more}</h3>
          <dl className={styles.facts}>
            {detail.map(([name, value]) => (
              <Fact key={name} name={name} value={value} />
            ))}
          </dl>
        </>
      )}
    </>
  )
}

function Subject({ line }: { line: AuditLine }) {
  if (line.subjectKind === 'PARCEL') return <Link to={parcelPath(line.subjectId)}>{line.subjectId}</Link>
  if (line.subjectKind === 'UNIT') return <Link to={`/network/${line.subjectId}`}>{line.subjectId}</Link>
  return line.subjectId
}

function Fact({ name, value }: { name: string; value: unknown }) {
  const t = auditCopy.use()
  return (
    <>
      <dt>{name}</dt>
      <dd>{say(value, t)}</dd>
    </>
  )
}

function say(value: unknown, t: Pick<ReturnType<typeof auditCopy.use>, 'yes' | 'no'>): string {
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (Array.isArray(value)) return value.map((each) => say(each, t)).join(' ')
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([name, each]) => `${name} ${say(each, t)}`)
      .join(' · ')
  }
  return String(value ?? '—')
}
