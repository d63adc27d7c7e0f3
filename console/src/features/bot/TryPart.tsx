import { Button, Input } from 'antd'
import { useState } from 'react'
import type { BotHeard } from '../../api/types'
import { Section, Tag } from '../../shared/ui'
import { sayShare } from '../insight'
import { useTry } from './api'
import styles from './BotPage.module.css'
import { botCopy } from './copy'

/** Tries how a message would be understood. */
export function TryPart() {
  const t = botCopy.use()
  const [text, setText] = useState('')
  const tried = useTry()
  const ready = text.trim() !== ''
  const result = tried.data
  return (
    <Section title={t.tryQuestion}>
      <p className={styles.hint}>{t.tryHint}</p>
      <form
        className={styles.try}
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) tried.mutate(text.trim())
        }}
      >
        <Input
          value={text}
          maxLength={1000}
          aria-label={t.tryQuestion}
          placeholder={t.tryPlaceholder}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="primary" htmlType="submit" disabled={!ready} loading={tried.isPending}>
          {t.try}
        </Button>
      </form>
      {result !== undefined && (
        <div className={styles.understood} role="status">
          <strong>{t.outcomes[result.outcome]}</strong>
          <HeardWords heard={result.heard} />
        </div>
      )}
      {result?.degraded && <p className={styles.hint}>{t.degraded}</p>}
    </Section>
  )
}

/** What was heard in a message, in a row of words. */
export function HeardWords({ heard }: { heard: BotHeard }) {
  const t = botCopy.use()
  const named = [...heard.waybills, heard.from, heard.to].filter((one) => one !== null)
  return (
    <>
      {heard.guesses.map((guess) => (
        <span key={guess.intent} className="tabular">
          {t.matters[guess.intent]} {sayShare(guess.probability)}
        </span>
      ))}
      <span className="tabular">{t.belongs(sayShare(heard.belonging))}</span>
      {heard.mood !== 'CALM' && (
        <Tag meaning={heard.mood === 'DISSATISFIED' ? 'watch' : 'act'}>{t.mood[heard.mood]}</Tag>
      )}
      {heard.wantsPerson && <Tag meaning="watch">{t.wantsPerson}</Tag>}
      {named.length > 0 && (
        <span>
          {t.named} {named.join('、')}
        </span>
      )}
    </>
  )
}
