import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { ApiProblem } from '../../../api/problem'
import type { ClaimView } from '../../../api/types'
import { parseYuan, yuanText } from '../../../shared/money'
import { sayProblem } from '../../../shared/problems'
import { useCan } from '../../identity'
import { useClaimStep } from '../api'
import { claimCopy } from '../copy'
import { mayTryQuick } from '../model'
import styles from './Drawer.module.css'

/** Pays a small claim at once (小额快赔): the value as claimed unless another is typed; or says what is in the way. */
export function QuickBox({ view }: { view: ClaimView }) {
  const t = claimCopy.use()
  const q = t.quickBox
  const can = useCan()
  const { message } = App.useApp()
  const { worth } = view.what
  const [text, setText] = useState(yuanText(worth.provenFen ?? worth.claimedFen))
  const [refused, setRefused] = useState<string[] | null>(null)
  const step = useClaimStep(view.row)
  if (view.row.state !== 'TO_EXAMINE' || !can('claim.examine')) return null

  const fen = parseYuan(text)
  const hindrances = view.powers.quickHindrances
  const possible = mayTryQuick(hindrances, fen, worth.provenFen)
  const words: Record<string, string> = t.hindrances
  const shown = refused ?? hindrances

  function pay() {
    step.mutate(
      { step: 'quick', body: { provenFen: fen } },
      {
        onSuccess: () => message.success(q.done),
        onError: (problem) => {
          const told = problem instanceof ApiProblem ? problem.more.hindrances : undefined
          if (Array.isArray(told)) setRefused(told.map(String))
          message.error(sayProblem(problem))
        },
      },
    )
  }

  return (
    <section className={styles.quick} aria-label={q.title}>
      <form
        className={styles.group}
        onSubmit={(event) => {
          event.preventDefault()
          pay()
        }}
      >
        <strong>{q.title}</strong>
        <Input
          aria-label={q.proven}
          placeholder={q.proven}
          inputMode="decimal"
          value={text}
          status={text !== '' && fen === null ? 'error' : undefined}
          onChange={(event) => setText(event.target.value)}
          className={styles.amount}
        />
        <Button
          type="primary"
          htmlType="submit"
          loading={step.isPending}
          disabled={!possible || fen === null || fen === 0}
        >
          {q.pay}
        </Button>
        <span className={styles.faint}>{text !== '' && fen === null ? t.amountWrong : q.hint}</span>
      </form>
      {shown.length > 0 && (
        <>
          <p>{possible && refused === null ? q.maybe : q.now}</p>
          <ul>
            {shown.map((one) => (
              <li key={one}>{words[one] ?? one}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
