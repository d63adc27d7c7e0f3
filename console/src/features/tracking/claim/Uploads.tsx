import { type ChangeEvent, useState } from 'react'
import type { ClaimEvidence, PublicClaim, PublicClaims } from '../../../api/types'
import { sendFile } from './api'
import styles from './Claim.module.css'
import { claimCopy } from './copy'
import { accepted, shown } from './model'
import { Trouble } from './Trouble'
import { useWork } from './useWork'

/** What the server takes of one file, in MB. */
const MOST_PHOTO = 10
const MOST_FILE = 100

interface Props {
  proof: string
  claim: PublicClaim
  onView: (view: PublicClaims) => void
}

/** What is wanted, each with a place to put it, and what has come by name. */
export function Uploads({ proof, claim, onView }: Props) {
  const t = claimCopy.use().evidence
  const lacking = claim.needs.filter((need) => shown(need).length > 0)
  const stages = [
    [t.now, lacking.filter(({ stage }) => stage === 'APPLY')],
    [t.later, lacking.filter(({ stage }) => stage !== 'APPLY')],
  ] as const
  const sent = [...new Set(claim.files.map(({ evidence }) => evidence))]
  return (
    <div className={styles.uploads}>
      {lacking.length === 0 && <p>{t.none}</p>}
      {stages.map(
        ([title, needs]) =>
          needs.length > 0 && (
            <section key={title}>
              <h2>{title}</h2>
              {needs.map((need) => (
                <div key={need.anyOf.join()} className={styles.need}>
                  {shown(need).length > 1 && <p className={styles.soft}>{t.anyOf}</p>}
                  {shown(need).map((evidence) => (
                    <Tile key={evidence} proof={proof} evidence={evidence} onView={onView} />
                  ))}
                </div>
              ))}
            </section>
          ),
      )}
      {sent.length > 0 && (
        <section>
          <h2>{t.have}</h2>
          {sent.map((evidence) => (
            <div key={evidence} className={styles.need}>
              <strong>{t[evidence]}</strong>
              <ul className={styles.files}>
                {claim.files.map(
                  (file, at) =>
                    file.evidence === evidence && (
                      // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and none moves
                      <li key={at}>
                        <span aria-hidden="true">{evidence === 'UNBOXING_VIDEO' ? '🎞️' : '🖼️'}</span>{' '}
                        {file.name}
                      </li>
                    ),
                )}
              </ul>
              <Tile proof={proof} evidence={evidence} onView={onView} />
            </div>
          ))}
        </section>
      )}
    </div>
  )
}

interface TileProps {
  proof: string
  evidence: ClaimEvidence
  onView: (view: PublicClaims) => void
}

/** Takes files of one sort, one after the other; a phone offers its camera by itself. */
function Tile({ proof, evidence, onView }: TileProps) {
  const t = claimCopy.use().evidence
  const { busy, problem, setProblem, run } = useWork()
  const [share, setShare] = useState(0)
  const [said, setSaid] = useState('')
  const types = accepted(evidence)

  async function take(event: ChangeEvent<HTMLInputElement>) {
    const files = [...(event.target.files ?? [])]
    event.target.value = ''
    setProblem(null)
    const most = (file: File) => (file.type.startsWith('image/') ? MOST_PHOTO : MOST_FILE)
    const large = files.find((file) => file.size > most(file) * 1_000_000)
    setSaid(large === undefined ? '' : t.large(most(large)))
    if (large !== undefined) return
    await run(async () => {
      for (const file of files) {
        setShare(0)
        onView(await sendFile(proof, evidence, file, setShare))
        setSaid(t.received(file.name))
      }
    })
  }

  return (
    <div>
      <label className={styles.tile} data-busy={busy}>
        <span aria-hidden="true" className={styles.picture}>
          {evidence === 'UNBOXING_VIDEO' ? '🎥' : '📷'}
        </span>
        <span>
          <strong>{t.add(t[evidence])}</strong>
          <small>{t.how[evidence]}</small>
        </span>
        <input
          type="file"
          aria-label={t.add(t[evidence])}
          accept={types}
          multiple
          disabled={busy}
          onChange={(event) => void take(event)}
          className={styles.hidden}
        />
      </label>
      {busy && (
        <>
          <progress max={1} value={share} aria-label={t.add(t[evidence])} />
          <span className={styles.soft}>{t.sent(Math.round(share * 100))}</span>
        </>
      )}
      <p role="status" className={styles.soft}>
        {said}
      </p>
      <Trouble problem={problem} />
    </div>
  )
}
