import { useEffect, useState } from 'react'
import type { PublicClaims } from '../../../api/types'
import { takeClock } from '../api'
import { trackingCopy } from '../copy'
import track from '../TrackPage.module.css'
import { read } from './api'
import { CodeQuestion } from './CodeQuestion'
import { claimCopy } from './copy'
import { Ended } from './ended'
import { current, type Written } from './model'
import { Progress } from './Progress'
import { Trouble } from './Trouble'
import { useWork } from './useWork'
import { keepVisit, readVisit, type Visit } from './visit'
import { Writing } from './Writing'

/** A customer's claim on their phone: known by a code, written step by step, then followed to the money. */
export default function ClaimPage({ waybill }: { waybill: string }) {
  const t = claimCopy.use()
  const words = trackingCopy.use()
  const [visit, setVisit] = useState<Visit | null>(() => {
    const kept = readVisit()
    return kept !== null && (waybill === '' || kept.waybill === waybill) ? kept : null
  })
  const [ended, setEnded] = useState(false)
  const [view, setView] = useState<PublicClaims | null>(null)

  useEffect(() => {
    const stop = new AbortController()
    takeClock(stop.signal).catch(() => undefined) // without it days are said by the phone's own clock
    return () => stop.abort()
  }, [])

  useEffect(() => keepVisit(visit), [visit])

  function show(next: PublicClaims) {
    setEnded(false)
    setView(next)
    setVisit((before) => ({
      waybill: next.waybill,
      proof: next.proof,
      written: before?.waybill === next.waybill ? before.written : {},
    }))
  }

  function end() {
    setEnded(true)
    setView(null)
    // What was written waits for the new proof.
    setVisit((before) => before && { ...before, proof: '' })
  }

  function another() {
    setEnded(false)
    setView(null)
    setVisit(null)
  }

  return (
    <Ended value={end}>
      {visit !== null && visit.proof !== '' && (
        <div className={track.buttons}>
          <span className="tabular">{words.forWaybill(visit.waybill)}</span>
          <button type="button" className={track.plain} onClick={another}>
            {t.another}
          </button>
        </div>
      )}
      {visit === null || visit.proof === '' ? (
        <CodeQuestion waybill={visit?.waybill ?? waybill} ended={ended} onKnown={show} />
      ) : view === null ? (
        <Reading proof={visit.proof} onView={show} />
      ) : (
        <Known
          view={view}
          written={visit.written}
          onWritten={(written) => setVisit({ ...visit, written })}
          onView={show}
        />
      )}
    </Ended>
  )
}

/** Goes on after a reload. */
function Reading({ proof, onView }: { proof: string; onView: (view: PublicClaims) => void }) {
  const t = claimCopy.use()
  const { problem, run } = useWork()
  const [tries, setTries] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, and again when asked to
  useEffect(() => {
    let isHere = true
    void run(() => read(proof)).then((view) => {
      if (isHere && view !== null) onView(view)
    })
    return () => {
      isHere = false
    }
  }, [tries])

  if (problem === null) return <p role="status">{t.loading}</p>
  return (
    <div className={track.question}>
      <Trouble problem={problem} />
      <button type="button" className={track.second} onClick={() => setTries(tries + 1)}>
        {t.again}
      </button>
    </div>
  )
}

interface KnownProps {
  view: PublicClaims
  written: Partial<Written>
  onWritten: (written: Written) => void
  onView: (view: PublicClaims) => void
}

function Known({ view, written, onWritten, onView }: KnownProps) {
  const { busy, problem, run } = useWork()
  const [fresh, setFresh] = useState(false)
  const claim = current(view)

  async function refresh() {
    const now = await run(() => read(view.proof))
    if (now !== null) onView(now)
  }

  if (claim === null || claim.state === 'DRAFT' || fresh) {
    const draft = claim?.state === 'DRAFT' ? claim : null
    return (
      <Writing
        view={view}
        draft={draft}
        visit={written}
        onWritten={onWritten}
        onView={(next) => {
          // Once the draft is there it is the current one by itself.
          setFresh(false)
          onView(next)
        }}
      />
    )
  }
  return (
    <>
      <Trouble problem={problem} />
      <Progress
        view={view}
        claim={claim}
        busy={busy}
        onView={onView}
        onRefresh={() => void refresh()}
        onFresh={() => {
          onWritten({ goods: '', claimed: '', lost: '', fee: '', story: '', notReceived: false })
          setFresh(true)
        }}
      />
    </>
  )
}
