import { App, Button, Progress } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { LimitDraft, LimitReplay } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayProblem } from '../../../shared/problems'
import { sayHours, sayNumber, sayTime } from '../../../shared/time'
import { cx, ReasonDialog, Section, UnitName } from '../../../shared/ui'
import { useCan } from '../../identity'
import { useDivisionName } from '../../network'
import { parcelCopy, parcelPath } from '../../parcel'
import { type Decision, useDecide, useDrafts } from '../api'
import { watchCopy } from '../copy'
import styles from './Drafts.module.css'

/** Limits that wait for a second person, each with what it would have made of last week. */
export function Drafts() {
  const t = watchCopy.use()
  const { data } = useDrafts()
  const open = data?.items.filter((draft) => draft.state === 'OPEN') ?? []
  const decided = data?.items.filter((draft) => draft.state !== 'OPEN') ?? []
  if (open.length + decided.length === 0) return null
  return (
    <Section title={t.drafts.title} flush>
      {open.map((draft) => (
        <OpenDraft key={draft.id} draft={draft} />
      ))}
      {decided.slice(0, 5).map((draft) => (
        <DecidedDraft key={draft.id} draft={draft} />
      ))}
    </Section>
  )
}

function OpenDraft({ draft }: { draft: LimitDraft }) {
  const t = watchCopy.use()
  const can = useCan()
  const now = useBusinessNow()
  const { message } = App.useApp()
  const decide = useDecide(draft.id)
  const [rejecting, setRejecting] = useState(false)
  const { replay } = draft
  const done = replay?.state === 'DONE'
  const take = (decision: Decision, note?: string) =>
    decide.mutate(
      { decision, note },
      {
        onSuccess: () => {
          setRejecting(false)
          if (decision !== 'replay') message.success(t.drafts.said[decision])
        },
        onError: (problem) => message.error(sayProblem(problem)),
      },
    )
  return (
    <article className={styles.draft}>
      <header className={styles.head}>
        <h3>
          <What draft={draft} />
        </h3>
        <span className={styles.soft}>
          {t.drafts.by(draft.author, sayTime(draft.madeAt, now))} · {draft.reason}
        </span>
      </header>
      {replay !== null && !done && (
        <div className={styles.running} aria-live="polite">
          <Progress
            percent={replay.total === 0 ? 0 : Math.min(99, Math.floor((100 * replay.done) / replay.total))}
            size="small"
          />
          <span className={styles.soft}>{t.drafts.running(sayNumber(replay.done))}</span>
        </div>
      )}
      {replay !== null && done && <Figures replay={replay} />}
      {can('limits.write') && (
        <footer className={styles.actions}>
          <Button
            type="primary"
            disabled={!done || draft.mine}
            loading={decide.isPending}
            onClick={() => take('approve')}
          >
            {t.drafts.approve}
          </Button>
          <Button onClick={() => setRejecting(true)}>
            {draft.mine ? t.drafts.withdraw : t.drafts.reject}
          </Button>
          {done && <Button onClick={() => take('replay')}>{t.drafts.again}</Button>}
          {draft.mine && <span className={styles.soft}>{t.drafts.second}</span>}
        </footer>
      )}
      {rejecting && (
        <ReasonDialog
          reason={t.reason}
          cancel={t.cancel}
          title={draft.mine ? t.drafts.withdraw : t.drafts.reject}
          saving={decide.isPending}
          onSay={(note) => take('reject', note)}
          onClose={() => setRejecting(false)}
        />
      )}
    </article>
  )
}

/** Which parcels, and how long they would be waited for. */
function What({ draft }: { draft: LimitDraft }) {
  const t = watchCopy.use()
  const words = parcelCopy.use()
  const nameOf = useDivisionName()
  const lane =
    draft.fromDivision !== null && draft.toDivision !== null
      ? t.laneName(nameOf(draft.fromDivision), nameOf(draft.toDivision))
      : draft.laneClass === null
        ? t.anyLane
        : words.lane[draft.laneClass]
  return <>{t.drafts.what(words.stage[draft.stage], lane, sayHours(draft.hours))}</>
}

function Figures({ replay }: { replay: LimitReplay }) {
  const t = watchCopy.use().drafts
  const now = useBusinessNow()
  const same = replay.dropped + replay.added + replay.later + replay.earlier === 0
  return (
    <>
      <Compared replay={replay} />
      {same ? (
        <p>{t.same}</p>
      ) : (
        <ul className={styles.figures}>
          {replay.dropped > 0 && (
            <li>
              {t.dropped(sayNumber(replay.dropped))}
              <strong className={cx(replay.droppedRight > 0 && styles.act)}>
                {t.droppedRight(sayNumber(replay.droppedRight))}
              </strong>
              {t.droppedRest(sayNumber(replay.droppedWrong), sayNumber(replay.droppedUndecided))}
            </li>
          )}
          {replay.added > 0 && <li>{t.added(sayNumber(replay.added), sayNumber(replay.addedMoved))}</li>}
          {replay.later > 0 && <li>{t.later(sayNumber(replay.later), sayHours(replay.laterHours))}</li>}
          {replay.earlier > 0 && (
            <li>{t.earlier(sayNumber(replay.earlier), sayHours(replay.earlierHours))}</li>
          )}
        </ul>
      )}
      {replay.examples.length > 0 && <Examples replay={replay} />}
      <p className={styles.soft}>
        {t.how(
          sayNumber(replay.baseVersion),
          sayTime(replay.from, now),
          sayTime(replay.until, now),
          sayNumber(replay.done),
          sayNumber(replay.oneIn),
        )}
      </p>
    </>
  )
}

/** The warnings of both tables as bars of one scale. */
function Compared({ replay }: { replay: LimitReplay }) {
  const t = watchCopy.use().drafts
  const most = Math.max(1, replay.base, replay.tried)
  const both = replay.base - replay.dropped
  const bars = [
    { name: t.inForce, count: replay.base, kept: both, rest: replay.dropped, style: styles.gone },
    { name: t.proposed, count: replay.tried, kept: both, rest: replay.added, style: styles.come },
  ]
  return (
    <dl className={styles.bars}>
      {bars.map((bar) => (
        <div key={bar.name}>
          <dt>{bar.name}</dt>
          <dd>
            <span className={styles.bar} aria-hidden="true">
              <i className={styles.kept} style={{ width: `${(100 * bar.kept) / most}%` }} />
              <i className={bar.style} style={{ width: `${(100 * bar.rest) / most}%` }} />
            </span>
            <strong className="tabular">{t.count(sayNumber(bar.count))}</strong>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Examples({ replay }: { replay: LimitReplay }) {
  const t = watchCopy.use().drafts
  const can = useCan()
  return (
    <details className={styles.examples}>
      <summary>{t.examples(sayNumber(replay.examples.length))}</summary>
      <ul>
        {replay.examples.map((one) => (
          <li key={`${one.waybill} ${one.silentSince}`}>
            <span className={one.added ? styles.comeWord : styles.goneWord}>
              {one.added ? t.more : t.less}
            </span>
            {can('parcel.read') ? <Link to={parcelPath(one.waybill)}>{one.waybill}</Link> : one.waybill}
            <UnitName unit={one.unit} />
            <span>{t.silent(sayHours(one.silentHours))}</span>
            <span className={styles.soft}>
              {one.verdict === null ? (one.movedAt === null ? t.notMoved : t.moved) : t.verdict[one.verdict]}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function DecidedDraft({ draft }: { draft: LimitDraft }) {
  const t = watchCopy.use()
  const now = useBusinessNow()
  return (
    <div className={cx(styles.draft, styles.decided)}>
      <What draft={draft} />
      <span className={styles.soft}>
        {t.drafts.decided(
          draft.author,
          draft.decidedBy ?? '',
          draft.decidedAt === null ? '' : sayTime(draft.decidedAt, now),
          draft.state === 'APPROVED',
        )}
        {draft.note !== null && ` · ${draft.note}`}
      </span>
    </div>
  )
}
