import { App, Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import type { Hit } from '../../../api/types'
import { useShortcut } from '../../../shared/keyboard'
import { sayProblem } from '../../../shared/problems'
import { ErrorState, Tag } from '../../../shared/ui'
import { useAnswers, useNotHelpful, useStillCounts } from '../api'
import { knowledgeCopy } from '../copy'
import styles from './Suggestions.module.css'

const MOST = 3
const TYPING_MS = 300
const QUESTION = 500

interface Props {
  /** What the customer said last; null while they have said nothing. */
  question: string | null
  conversation: string
  channel: string
  /** Whether there is room for it to be open from the start. */
  open: boolean
  onInsert: (text: string) => void
}

/** What the knowledge base says to the customer's last words: put into the message by one key, or found in other words. */
export default function Suggestions({ question, conversation, channel, open, onInsert }: Props) {
  const t = knowledgeCopy.use()
  const { message } = App.useApp()
  const [shown, setShown] = useState(open)
  const [typed, setTyped] = useState('')
  const [searched, setSearched] = useState('')
  const [useless, setUseless] = useState<string | null>(null)
  const notHelpful = useNotHelpful()
  const asked = (searched === '' ? (question ?? '') : searched).slice(0, QUESTION)
  const lookup = { question: asked, conversation, channel, customers: false, most: MOST }
  const { data, error, refetch } = useAnswers(lookup, shown)
  const stillCounts = useStillCounts(lookup)
  const hits = asked === '' ? [] : (data ?? [])

  useEffect(() => {
    const timer = setTimeout(() => setSearched(typed.trim()), TYPING_MS)
    return () => clearTimeout(timer)
  }, [typed])
  // What was looked for was meant for the words before.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new question is the reason, not something that is read
  useEffect(() => {
    setTyped('')
    setSearched('')
  }, [question])

  function insert(at: number) {
    const hit = hits[at]
    if (hit === undefined || hit.audience !== 'CUSTOMERS') return
    stillCounts.mutate(hit, {
      onSuccess: (counts) => (counts ? onInsert(hit.text) : message.warning(t.suggestGone)),
      onError: (problem) => message.error(sayProblem(problem)),
    })
  }
  const keys = { whileTyping: true, enabled: shown && hits.length > 0 }
  useShortcut('Alt+1', t.insertKey(1), () => insert(0), keys)
  useShortcut('Alt+2', t.insertKey(2), () => insert(1), keys)
  useShortcut('Alt+3', t.insertKey(3), () => insert(2), keys)

  function sayUseless() {
    notHelpful.mutate(
      { question: asked, conversation, article: hits[0]?.article ?? null },
      {
        onSuccess: () => {
          setUseless(asked)
          message.success(t.notHelpfulDone)
        },
      },
    )
  }

  return (
    <section className={styles.strip} aria-label={t.suggestions}>
      <header>
        <h2>{t.suggestions}</h2>
        {shown && (
          <Input
            allowClear
            size="small"
            className={styles.search}
            aria-label={t.suggestSearch}
            placeholder={t.suggestSearch}
            value={typed}
            maxLength={QUESTION}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
        {shown && asked !== '' && (
          <Button
            size="small"
            type="text"
            disabled={useless === asked}
            loading={notHelpful.isPending}
            onClick={sayUseless}
          >
            {t.notHelpful}
          </Button>
        )}
        <Button size="small" type="text" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? t.hide : t.show}
        </Button>
      </header>
      {shown && asked === '' && <p className={styles.list}>{t.suggestWait}</p>}
      {shown && asked !== '' && error !== null && (
        <ErrorState error={error} over onRetry={() => void refetch()} />
      )}
      {shown && asked !== '' && data?.length === 0 && <p className={styles.list}>{t.suggestNone}</p>}
      {shown && hits.length > 0 && (
        <ol className={styles.list} aria-live="polite">
          {hits.map((hit, at) => (
            <li key={hit.article}>
              <Suggested hit={hit} keys={`Alt+${at + 1}`} onInsert={() => insert(at)} />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function Suggested({ hit, keys, onInsert }: { hit: Hit; keys: string; onInsert: () => void }) {
  const t = knowledgeCopy.use()
  return (
    <>
      <span className={styles.head}>
        <strong>{hit.title}</strong>
        {hit.standard && <Tag meaning="watch">{t.standard}</Tag>}
        {hit.audience === 'AGENTS' ? (
          <Tag meaning="act">{t.agentsOnly}</Tag>
        ) : (
          <Button size="small" type="link" onClick={onInsert}>
            {t.insert(keys)}
          </Button>
        )}
      </span>
      <p className={styles.text}>{hit.text}</p>
      <span className={styles.soft}>{t.source(hit.source.name, hit.source.date)}</span>
    </>
  )
}
