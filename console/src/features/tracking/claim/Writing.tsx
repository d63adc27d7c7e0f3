import { useEffect, useRef, useState } from 'react'
import type { ClaimKind, PublicClaim, PublicClaims } from '../../../api/types'
import track from '../TrackPage.module.css'
import { read, save, submit } from './api'
import { CheckQuestion } from './CheckQuestion'
import styles from './Claim.module.css'
import { claimCopy } from './copy'
import { DetailsQuestion } from './DetailsQuestion'
import { KindQuestion } from './KindQuestion'
import { flaws, PAGES, type Page, resume, type Written, type Wrong, writtenOf } from './model'
import { PayeeQuestion } from './PayeeQuestion'
import { Trouble } from './Trouble'
import { Uploads } from './Uploads'
import { useWork } from './useWork'

interface Props {
  view: PublicClaims
  draft: PublicClaim | null
  /** What this visit has written that the server does not tell again. */
  visit: Partial<Written>
  onWritten: (written: Written) => void
  onView: (view: PublicClaims) => void
}

/** Writes a claim, one question a screen; each step is kept by the server before the next. */
export function Writing({ view, draft, visit, onWritten, onView }: Props) {
  const t = claimCopy.use()
  const { busy, problem, setProblem, run } = useWork()
  const [page, setPage] = useState<Page>(() => resume(draft))
  const [kind, setKind] = useState<ClaimKind | null>(draft?.kind ?? null)
  const [written, setWritten] = useState(() => writtenOf(draft, visit))
  const [wrong, setWrong] = useState<Wrong>({})
  const heading = useRef<HTMLHeadingElement>(null)
  const at = PAGES.indexOf(page)
  const missing = draft?.needs.filter((need) => need.stage === 'APPLY') ?? []

  // biome-ignore lint/correctness/useExhaustiveDependencies: each page is read from its heading
  useEffect(() => heading.current?.focus(), [page])

  function go(next: Page) {
    setProblem(null)
    setPage(next)
  }

  function change(more: Partial<Written>) {
    const next = { ...written, ...more }
    setWritten(next)
    onWritten(next)
  }

  async function keep(next: Page) {
    if (kind === null) return
    const found = flaws(kind, written)
    setWrong(found)
    if (Object.keys(found).length > 0) return
    const saved = await run(() => save(view.proof, kind, written))
    if (saved === null) return
    onView(saved)
    go(next)
  }

  async function handIn() {
    const done = await run(() => submit(view.proof))
    // Refused: what is missing may have changed since it was read.
    const now = done ?? (await read(view.proof).catch(() => null))
    if (now !== null) onView(now)
  }

  const following = PAGES[at + 1]
  const before = PAGES[at - 1]
  function forward() {
    if (page === 'details') void keep('evidence')
    else if (page === 'check') void handIn()
    else if (following !== undefined) go(following)
  }

  return (
    <div className={track.question}>
      <p className={styles.soft}>{t.step(at + 1, PAGES.length)}</p>
      <progress max={PAGES.length} value={at + 1} aria-hidden="true" />
      <h1 ref={heading} tabIndex={-1}>
        {t[page].title}
      </h1>
      {page === 'kind' && <KindQuestion view={view} kind={kind} onChoose={setKind} />}
      {page === 'details' && kind !== null && (
        <DetailsQuestion
          kind={kind}
          insuredFen={view.insuredFen}
          written={written}
          wrong={wrong}
          onChange={change}
        />
      )}
      {page === 'evidence' && draft !== null && (
        <>
          <p className={styles.soft}>{t.evidence.hint}</p>
          {missing.some(({ anyOf }) => anyOf.includes('NOT_RECEIVED')) && (
            <p className={styles.note}>
              {t.evidence.NOT_RECEIVED}
              <button type="button" className={track.plain} onClick={() => go('details')}>
                {t.evidence.toDetails}
              </button>
            </p>
          )}
          <Uploads proof={view.proof} claim={draft} onView={onView} />
        </>
      )}
      {page === 'payee' && draft !== null && (
        <PayeeQuestion proof={view.proof} claim={draft} onView={onView} />
      )}
      {page === 'check' && draft !== null && <CheckQuestion claim={draft} missing={missing} onGo={go} />}
      <Trouble problem={problem} />
      <button
        type="button"
        className={track.primary}
        disabled={busy || (page === 'kind' && kind === null)}
        onClick={forward}
      >
        {page === 'check' ? (busy ? t.check.submitting : t.check.submit) : busy ? t.saving : t.next}
      </button>
      {before !== undefined && (
        <button type="button" className={track.plain} disabled={busy} onClick={() => go(before)}>
          {t.previous}
        </button>
      )}
    </div>
  )
}
