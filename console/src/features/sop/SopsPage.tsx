import { Button, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useBusinessNow } from '../../shared/clock/clock'
import { getLocale } from '../../shared/i18n'
import { sayNumber, sayTime } from '../../shared/time'
import { cx, EmptyState, ErrorState, PageFrame, SkeletonRows, Tag } from '../../shared/ui'
import { useCan } from '../identity'
import { useKinds, useSops } from './api'
import { sopCopy } from './copy'
import { KindDialog } from './parts/KindDialog'
import styles from './Sops.module.css'
import type { KindView, SopLine } from './types'
import { sayMinutes } from './words'

/** All kinds of ticket, each with the SOP that handles it now and what is under way for it. */
export default function SopsPage() {
  const t = sopCopy.use()
  const can = useCan()
  const kinds = useKinds()
  const sops = useSops()
  const [q, setQ] = useState('')
  const [editing, setEditing] = useState<KindView | 'new' | null>(null)
  const error = kinds.error ?? sops.error
  const lines = new Map(sops.data?.map((line) => [line.code, line]))
  const text = q.trim().toLowerCase()
  const shown = kinds.data?.filter((kind) =>
    [kind.nameZh, kind.nameEn, kind.code].some((word) => word.toLowerCase().includes(text)),
  )
  const again = () => {
    void kinds.refetch()
    void sops.refetch()
  }
  return (
    <PageFrame
      title={t.title}
      actions={
        <>
          <Input
            allowClear
            value={q}
            placeholder={t.search}
            aria-label={t.search}
            className={styles.search}
            onChange={(event) => setQ(event.target.value)}
          />
          {can('sop.write') && (
            <Button type="primary" onClick={() => setEditing('new')}>
              {t.addKind}
            </Button>
          )}
        </>
      }
    >
      <p className={styles.soft}>{t.hint}</p>
      {error !== null && <ErrorState error={error} over={shown !== undefined} onRetry={again} />}
      {(shown === undefined || sops.data === undefined) && error === null && <SkeletonRows rows={14} />}
      {shown?.length === 0 && <EmptyState title={t.emptyTitle}>{t.emptyHint}</EmptyState>}
      {shown !== undefined && shown.length > 0 && sops.data !== undefined && (
        <div className={styles.list}>
          <div className={cx(styles.row, styles.head)} aria-hidden="true">
            <span>{t.kind}</span>
            <span>{t.inForce}</span>
            <span>{t.first}</span>
            <span>{t.underWay}</span>
          </div>
          {shown.map((kind) => (
            <KindRow
              key={kind.code}
              kind={kind}
              line={lines.get(kind.code)}
              nameOf={(code) =>
                nameOf(
                  kinds.data?.find((one) => one.code === code),
                  code,
                )
              }
              onEdit={can('sop.write') ? () => setEditing(kind) : undefined}
            />
          ))}
        </div>
      )}
      {editing !== null && (
        <KindDialog
          kind={editing === 'new' ? null : editing}
          kinds={kinds.data ?? []}
          onClose={() => setEditing(null)}
        />
      )}
    </PageFrame>
  )
}

export function nameOf(kind: KindView | undefined, code: string): string {
  return kind === undefined ? code : getLocale() === 'en' ? kind.nameEn : kind.nameZh
}

interface RowProps {
  kind: KindView
  line: SopLine | undefined
  nameOf: (code: string) => string
  onEdit?: () => void
}

function KindRow({ kind, line, nameOf: name, onEdit }: RowProps) {
  const t = sopCopy.use()
  const now = useBusinessNow()
  const detail = kind.code !== kind.main
  return (
    <div className={cx(styles.row, detail ? styles.detail : styles.main, !kind.active && styles.retired)}>
      <div className={styles.name}>
        <Link to={`/sops/${kind.code}`}>{name(kind.code)}</Link>
        <span className={styles.faint}>{t.bizType[kind.bizType]}</span>
        {!kind.active && <Tag meaning="stopped">{t.retired}</Tag>}
        {!kind.forPeople && <Tag>{t.platformOnly}</Tag>}
      </div>
      {line !== undefined && (
        <>
          <div className={styles.cell}>
            {line.own ? (
              <span>
                {t.versionOf(sayNumber(line.inForce.version))}
                <span className={styles.faint}>
                  {' '}
                  {line.since === null ? '' : t.since(sayTime(line.since, now))}
                </span>
              </span>
            ) : (
              <span className={styles.faint}>{t.inherited(name(line.inForce.code))}</span>
            )}
          </div>
          <div className={styles.cell}>
            {line.own && (
              <>
                {sayMinutes(line.firstMinutes)}
                <span className={styles.faint}> · {t.urgentFirst(sayMinutes(line.firstUrgentMinutes))}</span>
              </>
            )}
          </div>
          <div className={styles.tags}>
            {line.underWay.map((version) => (
              <Link key={version.version} to={`/sops/${kind.code}/${version.version}`}>
                <Tag meaning={version.state === 'SUBMITTED' ? 'act' : 'watch'}>
                  {t.versionOf(sayNumber(version.version))} {t.state[version.state]}
                </Tag>
              </Link>
            ))}
          </div>
        </>
      )}
      <div className={styles.edit}>
        {onEdit && (
          <Button type="link" size="small" onClick={onEdit}>
            {t.editKind}
          </Button>
        )}
      </div>
    </div>
  )
}
