import { Button, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import type { BotExample } from '../../api/types'
import { sayTime } from '../../shared/time'
import { EmptyState, ErrorState, Section, SkeletonRows } from '../../shared/ui'
import { type ExampleState, useDecide, useExamples, useWriteExample } from './api'
import styles from './BotPage.module.css'
import { botCopy } from './copy'

/** None of our business, as a choice beside the matters. */
const OUTSIDE = 'OUTSIDE'
const PAGE = 20

/** Messages of which somebody says what they mean: one click each, and the next model knows. */
export function TeachPart({ onReplay }: { onReplay: (id: string) => void }) {
  const t = botCopy.use()
  const [state, setState] = useState<ExampleState>('OPEN')
  const [page, setPage] = useState(0)
  const { data, error, refetch } = useExamples(state, page * PAGE, PAGE)
  const count = { OPEN: data?.open, TAKEN: data?.taken, LEFT: data?.left }
  const all = count[state] ?? 0
  // The last one of the last page was dealt with.
  if (data !== undefined && page > 0 && page * PAGE >= all) setPage(Math.max(0, Math.ceil(all / PAGE) - 1))
  return (
    <Section
      title={t.teachQuestion}
      extra={
        <Segmented
          value={state}
          onChange={(value) => {
            setState(value)
            setPage(0)
          }}
          options={(['OPEN', 'TAKEN', 'LEFT'] as const).map((value) => ({
            value,
            label: `${t.exampleStates[value]} ${count[value] ?? ''}`,
          }))}
        />
      }
    >
      <p className={styles.hint}>{t.teachHint}</p>
      {error !== null && (
        <ErrorState error={error} over={data !== undefined} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <SkeletonRows rows={4} />}
      {data?.items.length === 0 && (
        <EmptyState title={t.noExamples[state]}>{state === 'OPEN' ? t.noExamplesHint : ''}</EmptyState>
      )}
      <ul className={styles.rows}>
        {data?.items.map((one) => (
          <Example key={one.id} one={one} onReplay={onReplay} />
        ))}
      </ul>
      {all > PAGE && (
        <div className={styles.form}>
          <Button disabled={page === 0} onClick={() => setPage(page - 1)}>
            {t.before}
          </Button>
          <span className="tabular">{t.ofPages(page + 1, Math.ceil(all / PAGE))}</span>
          <Button disabled={(page + 1) * PAGE >= all} onClick={() => setPage(page + 1)}>
            {t.next}
          </Button>
        </div>
      )}
      <Write />
    </Section>
  )
}

function Meaning(props: { value: string | undefined; onChange: (value: string) => void; label: string }) {
  const t = botCopy.use()
  return (
    <Select
      className={styles.meaning}
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={props.label}
      placeholder={t.meaning}
      value={props.value}
      onChange={props.onChange}
      options={[
        ...Object.entries(t.matters).map(([value, label]) => ({ value, label })),
        { value: OUTSIDE, label: t.outside },
      ]}
    />
  )
}

function Example({ one, onReplay }: { one: BotExample; onReplay: (id: string) => void }) {
  const t = botCopy.use()
  const decide = useDecide()
  const [meaning, setMeaning] = useState<string | undefined>(one.proposed ?? undefined)
  const { session } = one
  return (
    <li className={styles.row}>
      <span>
        <strong>{one.text}</strong>
        <span className={styles.why}>
          {t.sources[one.source]}
          {one.seen > 1 && ` · ${t.seen(one.seen)}`} · {sayTime(one.decidedAt ?? one.at, Date.now())}
          {one.by !== null && ` · ${one.by}`}
          {session !== null && (
            <Button type="link" size="small" onClick={() => onReplay(session)}>
              {t.replay}
            </Button>
          )}
        </span>
      </span>
      {one.state === 'OPEN' ? (
        <>
          <Meaning value={meaning} onChange={setMeaning} label={`${t.meaning} ${one.text}`} />
          <Button
            type="primary"
            disabled={meaning === undefined}
            loading={decide.isPending}
            onClick={() =>
              decide.mutate({
                id: one.id,
                was: one.state,
                state: 'TAKEN',
                intent: meaning === OUTSIDE ? null : (meaning ?? null),
              })
            }
          >
            {t.take}
          </Button>
          <Button
            loading={decide.isPending}
            onClick={() => decide.mutate({ id: one.id, was: one.state, state: 'LEFT', intent: null })}
          >
            {t.leave}
          </Button>
        </>
      ) : (
        <>
          {one.state === 'TAKEN' && <span>{one.intent === null ? t.outside : t.matters[one.intent]}</span>}
          <Button
            loading={decide.isPending}
            onClick={() => decide.mutate({ id: one.id, was: one.state, state: 'OPEN', intent: null })}
          >
            {t.takeBack}
          </Button>
        </>
      )}
    </li>
  )
}

function Write() {
  const t = botCopy.use()
  const write = useWriteExample()
  const [text, setText] = useState('')
  const [meaning, setMeaning] = useState<string | undefined>()
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        write.mutate(
          { text: text.trim(), intent: meaning === OUTSIDE ? null : (meaning ?? null) },
          { onSuccess: () => setText('') },
        )
      }}
    >
      <Input
        className={styles.unit}
        value={text}
        maxLength={300}
        aria-label={t.writeExample}
        placeholder={t.writeExample}
        onChange={(event) => setText(event.target.value)}
      />
      <Meaning value={meaning} onChange={setMeaning} label={t.meaning} />
      <Button
        htmlType="submit"
        disabled={text.trim() === '' || meaning === undefined}
        loading={write.isPending}
      >
        {t.addExample}
      </Button>
    </form>
  )
}
