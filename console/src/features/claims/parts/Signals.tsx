import type { ClaimView, RiskSignal } from '../../../api/types'
import { sayFen } from '../../../shared/money'
import { exactTime } from '../../../shared/time'
import { Section, Tag } from '../../../shared/ui'
import { claimCopy } from '../copy'
import styles from './Drawer.module.css'

/** What an examiner should know before saying yes, in sentences. */
export function Signals({ view }: { view: ClaimView }) {
  const t = claimCopy.use()
  return (
    <Section title={t.signalsTitle}>
      <ul className={styles.list}>
        {view.signals.map((signal) => (
          <li key={signal.kind}>
            <Tag meaning={signal.grave ? 'act' : 'watch'}>{signal.grave ? t.grave : t.note}</Tag>{' '}
            {saySignal(signal, t.signals)}
          </li>
        ))}
        {view.powers.exposureFen > 0 && <li>{t.exposure(sayFen(view.powers.exposureFen))}</li>}
        {view.signals.length === 0 && view.powers.exposureFen === 0 && (
          <li className={styles.faint}>{t.noSignals}</li>
        )}
      </ul>
    </Section>
  )
}

type Words = ReturnType<typeof claimCopy.use>['signals']

function saySignal(signal: RiskSignal, words: Words): string {
  const [first = '', second = ''] = signal.facts
  switch (signal.kind) {
    case 'VALUE_ABOVE_DECLARED':
      return words.VALUE_ABOVE_DECLARED(sayFen(Number(first)), sayFen(Number(second)))
    case 'SIGNED_IN_PERSON':
      return words.SIGNED_IN_PERSON(exactTime(first))
    default:
      return words[signal.kind](first, second)
  }
}

/** Why the claim may be too early or about something else; nothing where nothing speaks for that. */
export function Doubts({ view }: { view: ClaimView }) {
  const t = claimCopy.use()
  if (view.doubts.length === 0) return null
  return (
    <Section title={t.doubtsTitle}>
      <ul className={styles.list}>
        {view.doubts.map((doubt) => (
          <li key={doubt}>{t.doubts[doubt]}</li>
        ))}
      </ul>
    </Section>
  )
}
