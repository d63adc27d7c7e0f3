import { App, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { useBusinessNow } from '../../shared/clock/clock'
import { sayProblem } from '../../shared/problems'
import { sayNumber, sayTime } from '../../shared/time'
import { cx, ErrorState, PageFrame, ReasonDialog, Section, SkeletonRows, Tag } from '../../shared/ui'
import { useCan } from '../identity'
import { type Step, useCalendars, useKinds, useStep, useVersion, useVersions } from './api'
import { sopCopy } from './copy'
import { flawedStage, withStage } from './model'
import { Comparison } from './parts/Comparison'
import { DryRunBars } from './parts/DryRunBars'
import { GeneralDrawer } from './parts/GeneralDrawer'
import { SopPicture } from './parts/SopPicture'
import { StageDrawer } from './parts/StageDrawer'
import { SubmitDialog } from './parts/SubmitDialog'
import styles from './Sops.module.css'
import { nameOf } from './SopsPage'
import type { SopBody, SopVersion, SopVersionRow } from './types'
import { useCalendarName } from './useCalendarName'
import { sayMinutes } from './words'

type Opened = 'add' | 'general' | 'submit' | 'return' | 'withdraw' | number | null

/** One kind's SOP: the picture, its versions, what a draft changes, and what that would have done. */
export default function SopPage() {
  const t = sopCopy.use()
  const can = useCan()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const { code = '', version: asked } = useParams()
  const kinds = useKinds()
  const versions = useVersions(code)
  const kind = kinds.data?.find((one) => one.code === code)
  const own = versions.data?.find((one) => one.inForce) ?? null
  // A second level without an SOP of its own shows its first level's.
  const inherited = versions.data !== undefined && own === null && asked === undefined && kind !== undefined
  const from = inherited ? (kind?.main ?? code) : code
  const parents = useVersions(from)
  const chosen =
    asked !== undefined ? Number(asked) : (parents.data?.find((one) => one.inForce)?.version ?? null)
  const shown = useVersion(from, chosen)
  const step = useStep()
  const open = versions.data?.find((one) => one.state === 'DRAFT' || one.state === 'SUBMITTED')
  const error = versions.error ?? shown.error

  function take(wanted: Step, done: string, then?: (version: SopVersion) => void) {
    step.mutate(wanted, {
      onSuccess: (version) => {
        message.success(done)
        then?.(version)
      },
      onError: (problem) => message.error(sayProblem(problem)),
    })
  }
  return (
    <PageFrame
      title={nameOf(kind, code)}
      aside={<Link to="/sops">{t.title}</Link>}
      actions={
        can('sop.write') &&
        open === undefined &&
        versions.data !== undefined && (
          <Button
            type="primary"
            loading={step.isPending}
            onClick={() =>
              take({ do: 'begin', code, note: '' }, t.saved, (begun) =>
                navigate(`/sops/${code}/${begun.version.version}`),
              )
            }
          >
            {own === null ? t.beginOwn : t.begin}
          </Button>
        )
      }
    >
      {error !== null && (
        <ErrorState error={error} over={shown.data !== undefined} onRetry={() => void shown.refetch()} />
      )}
      {shown.data === undefined && error === null && <SkeletonRows rows={12} />}
      {shown.data !== undefined && (
        <div className={styles.column}>
          {inherited && (
            <p className={styles.soft}>
              {t.inherited(
                nameOf(
                  kinds.data?.find((one) => one.code === from),
                  from,
                ),
              )}
            </p>
          )}
          <Shown key={`${from} ${chosen}`} view={shown.data} code={from} take={take} busy={step.isPending}>
            <Section title={t.versions}>
              <Versions rows={versions.data ?? []} chosen={inherited ? null : chosen} code={code} />
            </Section>
          </Shown>
        </div>
      )}
    </PageFrame>
  )
}

interface ShownProps {
  view: SopVersion
  code: string
  take: (step: Step, done: string, then?: (version: SopVersion) => void) => void
  busy: boolean
  /** Beside what the version changes. */
  children: ReactNode
}

function Shown({ view, code, take, busy, children }: ShownProps) {
  const t = sopCopy.use()
  const can = useCan()
  const calendars = useCalendars()
  const calendarName = useCalendarName(calendars.data)
  const [opened, setOpened] = useState<Opened>(null)
  const { version, revision, body } = view
  const at = { code, version: version.version, revision }
  const close = () => setOpened(null)
  const write = view.editable && can('sop.write')
  const save = (next: SopBody, note = version.note) =>
    take({ do: 'save', ...at, note, body: next }, t.saved, close)
  const index = typeof opened === 'number' ? opened : null
  const stage = index === null ? null : (body.stages[index] ?? null)
  const flawed = new Set(view.flaws.flatMap((flaw) => flawedStage(flaw.field) ?? []))
  const changed = new Set(
    body.stages.flatMap((one, place) =>
      version.state !== 'APPROVED' &&
      view.changes.some((change) => change.stage === one.stage && change.party === one.party)
        ? place
        : [],
    ),
  )
  return (
    <>
      <Standing version={version} />
      <div className={styles.banner}>
        {write && (
          <>
            <Button onClick={() => setOpened('add')}>{t.addStage}</Button>
            <Button onClick={() => setOpened('general')}>{t.general}</Button>
            <Button type="primary" disabled={view.flaws.length > 0} onClick={() => setOpened('submit')}>
              {t.submit}
            </Button>
          </>
        )}
        {version.state === 'SUBMITTED' && can('sop.approve') && (
          <>
            <Button
              type="primary"
              loading={busy}
              disabled={view.ownWork}
              title={view.ownWork ? t.approveHint : undefined}
              onClick={() => take({ do: 'approve', ...at }, t.approved)}
            >
              {t.approve}
            </Button>
            <Button onClick={() => setOpened('return')}>{t.giveBack}</Button>
            {view.ownWork && <span className={styles.faint}>{t.approveHint}</span>}
          </>
        )}
        {can('sop.write') && version.state !== 'WITHDRAWN' && !version.inForce && version.version > 1 && (
          <Button danger type="text" onClick={() => setOpened('withdraw')}>
            {t.withdraw}
          </Button>
        )}
      </div>
      {view.flaws.length > 0 && (
        <ul className={styles.flaws} aria-label={t.flawsTitle(sayNumber(view.flaws.length))}>
          <li>{t.flawsTitle(sayNumber(view.flaws.length))}</li>
          {view.flaws.map((flaw) => (
            <li key={`${flaw.field} ${flaw.reason}`}>
              <button type="button" onClick={() => setOpened(flawedStage(flaw.field) ?? 'general')}>
                {whereOf(body, flaw.field, t)} {t.flaw[flaw.reason]}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Section title={t.picture} flush>
        <SopPicture stages={body.stages} flawed={flawed} changed={changed} onOpen={setOpened} />
      </Section>
      <p className={styles.faint}>{t.pictureHint}</p>
      <div className={styles.columns}>
        <div className={styles.column}>
          {view.base !== null && version.version > 1 && (
            <Comparison view={view} calendarName={calendarName} />
          )}
          {(version.state === 'DRAFT' || version.state === 'SUBMITTED') && (
            <DryRunBars code={code} version={version.version} canStart={can('sop.write')} />
          )}
          <General body={body} />
        </div>
        {children}
      </div>
      {(opened === 'add' || stage !== null) && (
        <StageDrawer
          stage={stage}
          flaws={view.flaws.filter((flaw) => index !== null && flawedStage(flaw.field) === index)}
          calendars={calendars.data ?? []}
          calendarName={calendarName}
          saving={busy}
          onSave={write ? (next) => save(withStage(body, index, next)) : undefined}
          onRemove={write && index !== null ? () => save(withStage(body, index, null)) : undefined}
          onClose={close}
        />
      )}
      {opened === 'general' && write && (
        <GeneralDrawer body={body} note={version.note} saving={busy} onSave={save} onClose={close} />
      )}
      {opened === 'submit' && (
        <SubmitDialog
          saving={busy}
          onSubmit={(effectiveFrom, runningToo) =>
            take({ do: 'submit', ...at, effectiveFrom, runningToo }, t.submitted, close)
          }
          onClose={close}
        />
      )}
      {(opened === 'return' || opened === 'withdraw') && (
        <ReasonDialog
          reason={t.reason}
          cancel={t.cancel}
          title={opened === 'return' ? t.giveBack : t.withdraw}
          saving={busy}
          onSay={(reason) => take({ do: opened, ...at, reason }, t.saved, close)}
          onClose={close}
        />
      )}
    </>
  )
}

function General({ body }: { body: SopBody }) {
  const t = sopCopy.use()
  return (
    <Section title={t.general}>
      <dl className={styles.facts}>
        <dt>{t.longestWait}</dt>
        <dd>{sayMinutes(body.longestWaitMinutes)}</dd>
        <dt>{t.reopenWindow}</dt>
        <dd>{sayMinutes(body.reopenWindowMinutes)}</dd>
        <dt>{t.repeatWindow}</dt>
        <dd>{sayMinutes(body.repeatWindowMinutes)}</dd>
        <dt>{t.handOvers}</dt>
        <dd>{t.times(sayNumber(body.handOvers))}</dd>
      </dl>
    </Section>
  )
}

function whereOf(body: SopBody, field: string, t: ReturnType<typeof sopCopy.use>): string {
  const stage = body.stages[flawedStage(field) ?? -1]
  return stage === undefined ? '' : `${t.stage[stage.stage]}·${t.party[stage.party]}：`
}

function Standing({ version }: { version: SopVersionRow }) {
  const t = sopCopy.use()
  const now = useBusinessNow()
  const from = version.effectiveFrom
  const begun = from !== null && Date.parse(from) > 0
  return (
    <div className={styles.banner}>
      <Tag strong meaning={version.inForce ? 'good' : version.state === 'SUBMITTED' ? 'act' : 'watch'}>
        {version.inForce ? t.inForce : t.state[version.state]}
      </Tag>
      <span>{t.versionOf(sayNumber(version.version))}</span>
      {begun && from !== null && (
        <span>
          {Date.parse(from) > now || version.state !== 'APPROVED'
            ? t.willBe(sayTime(from, now))
            : t.since(sayTime(from, now))}
        </span>
      )}
      <span className={styles.faint}>{t.by(version.author)}</span>
      {version.approver !== null && <span className={styles.faint}>{t.approvedBy(version.approver)}</span>}
      {version.runningToo && <Tag>{t.runningTag}</Tag>}
      {version.note !== '' && <span>{version.note}</span>}
      {version.refusal !== '' && <Tag meaning="act">{t.givenBack(version.refusal)}</Tag>}
    </div>
  )
}

function Versions({ rows, chosen, code }: { rows: SopVersionRow[]; chosen: number | null; code: string }) {
  const t = sopCopy.use()
  const now = useBusinessNow()
  if (rows.length === 0) return <p className={styles.faint}>{t.nothing}</p>
  return (
    <ul className={styles.versions}>
      {rows.map((row) => (
        <li key={row.version}>
          <Link to={`/sops/${code}/${row.version}`} className={cx(row.version === chosen && styles.here)}>
            {t.versionOf(sayNumber(row.version))} · {row.inForce ? t.inForce : t.state[row.state]}
          </Link>
          <span className={styles.faint}>
            {row.author}
            {Date.parse(row.createdAt) > 0 && ` · ${sayTime(row.createdAt, now)}`}
          </span>
          {row.note !== '' && <span>{row.note}</span>}
        </li>
      ))}
    </ul>
  )
}
