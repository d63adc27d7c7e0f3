import { type ReactNode, useState } from 'react'
import type { ClaimExplanation, PublicClaim, PublicClaims } from '../../../api/types'
import { useLocale } from '../../../shared/i18n'
import { sayMoney } from '../../tariff'
import track from '../TrackPage.module.css'
import { read, reply, type Said } from './api'
import styles from './Claim.module.css'
import { claimCopy } from './copy'
import { Field } from './Field'
import { readFen } from './model'
import { Trouble } from './Trouble'
import { useWork } from './useWork'

interface Props {
  proof: string
  claim: PublicClaim
  onView: (view: PublicClaims) => void
}

/** The amount and where it comes from. */
export function Amount({ claim }: { claim: PublicClaim }) {
  const t = claimCopy.use().offer
  return (
    <>
      {claim.offeredFen !== null && <p className={styles.amount}>{t.amount(sayMoney(claim.offeredFen))}</p>}
      {claim.counterFen !== null && <p className={styles.soft}>{t.countered(sayMoney(claim.counterFen))}</p>}
      {claim.explanation !== null && (
        <details className={styles.why} open={claim.state === 'OFFERED' || claim.state === 'REFUSED'}>
          <summary>{t.why}</summary>
          <ul>
            <Why part={claim.explanation} />
          </ul>
        </details>
      )}
    </>
  )
}

function Why({ part }: { part: ClaimExplanation }) {
  const t = claimCopy.use().offer
  const isEnglish = useLocale() === 'en'
  return (
    <li>
      {isEnglish ? part.english : part.chinese}
      {part.article !== '' && <small>{t.article(part.article)}</small>}
      {part.children.length > 0 && (
        <ul>
          {part.children.map((child, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one rule may count twice, and none moves
            <Why key={at} part={child} />
          ))}
        </ul>
      )}
    </li>
  )
}

const BEFORE_PAYMENT = new Set<PublicClaim['state']>([
  'TO_EXAMINE',
  'WAITING_FOR_EVIDENCE',
  'TO_APPROVE',
  'OFFERED',
  'UNDER_REVIEW',
])

type Open = 'counter' | 'appeal' | 'withdraw' | null

/** What the customer may say to it as it stands. */
export function Answers({ proof, claim, onView }: Props) {
  const t = claimCopy.use().offer
  const { busy, problem, run } = useWork()
  const [open, setOpen] = useState<Open>(null)

  async function say(said: Pick<Said, 'reply' | 'fen' | 'words'>) {
    const view = await run(() => reply(proof, { number: claim.number, version: claim.version, ...said }))
    if (view === null) {
      // Refused because it moved on: what is shown next is how it stands now.
      const now = await read(proof).catch(() => null)
      if (now !== null) onView(now)
      return
    }
    setOpen(null)
    onView(view)
  }

  const way = (name: Exclude<Open, null>, title: string) => (
    <button type="button" className={track.second} disabled={busy} onClick={() => setOpen(name)}>
      {title}
    </button>
  )
  return (
    <div className={track.question}>
      <Trouble problem={problem} />
      {open === null && claim.state === 'OFFERED' && (
        <button
          type="button"
          className={track.primary}
          disabled={busy}
          onClick={() => void say({ reply: 'ACCEPT' })}
        >
          {busy ? t.accepting : t.accept}
        </button>
      )}
      {open === null && claim.mayCounter && way('counter', t.counter)}
      {open === null && claim.mayAppeal && way('appeal', t.appeal)}
      {open === null && BEFORE_PAYMENT.has(claim.state) && (
        <button type="button" className={track.plain} disabled={busy} onClick={() => setOpen('withdraw')}>
          {t.withdraw}
        </button>
      )}
      {(open === 'counter' || open === 'appeal') && (
        <Words
          asksFor={open}
          offeredFen={claim.offeredFen ?? 0}
          busy={busy}
          onCancel={() => setOpen(null)}
          onSay={(words, fen) =>
            void say(
              open === 'counter' && fen !== null
                ? { reply: 'COUNTER', fen, words }
                : { reply: 'APPEAL', words },
            )
          }
        />
      )}
      {open === 'withdraw' && (
        <Panel title={t.withdrawTitle}>
          <p>{t.withdrawHint}</p>
          <button
            type="button"
            className={track.second}
            disabled={busy}
            onClick={() => void say({ reply: 'WITHDRAW' })}
          >
            {t.withdrawSure}
          </button>
          {/* biome-ignore lint/a11y/noAutofocus: the harmless answer comes first to the keyboard */}
          <button type="button" autoFocus className={track.primary} onClick={() => setOpen(null)}>
            {t.keep}
          </button>
        </Panel>
      )}
    </div>
  )
}

function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className={styles.note}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

interface WordsProps {
  asksFor: 'counter' | 'appeal'
  offeredFen: number
  busy: boolean
  onCancel: () => void
  onSay: (words: string, fen: number | null) => void
}

/** More money with why, or a second look with what is not agreed with. */
function Words({ asksFor, offeredFen, busy, onCancel, onSay }: WordsProps) {
  const all = claimCopy.use()
  const t = all.offer
  const [yuan, setYuan] = useState('')
  const [words, setWords] = useState('')
  const [wrong, setWrong] = useState<{ yuan?: string; words?: string }>({})
  const isCounter = asksFor === 'counter'

  function send() {
    const fen = readFen(yuan)
    const found: typeof wrong = {}
    if (isCounter && fen === null) found.yuan = all.details.yuanWrong
    if (isCounter && fen !== null && fen <= offeredFen) found.yuan = t.counterMore
    if (words.trim() === '') found.words = t.wordsNeeded
    setWrong(found)
    if (Object.keys(found).length === 0) onSay(words.trim(), isCounter ? fen : null)
  }

  return (
    <Panel title={isCounter ? t.counterTitle : t.appealTitle}>
      <form
        className={track.question}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {isCounter && (
          <Field title={t.counterYuan} wrong={wrong.yuan}>
            {(tied) => (
              <input
                {...tied}
                value={yuan}
                inputMode="decimal"
                autoComplete="off"
                maxLength={14}
                onChange={(event) => setYuan(event.target.value)}
              />
            )}
          </Field>
        )}
        <Field title={isCounter ? t.counterWords : t.appealWords} wrong={wrong.words}>
          {(tied) => (
            <textarea
              {...tied}
              rows={4}
              maxLength={1000}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Field>
        <button type="submit" className={track.primary} disabled={busy}>
          {isCounter ? t.counterSend : t.appealSend}
        </button>
        <button type="button" className={track.plain} onClick={onCancel}>
          {t.cancel}
        </button>
      </form>
    </Panel>
  )
}
