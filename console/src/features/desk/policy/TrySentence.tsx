import { Button, Input } from 'antd'
import { useState } from 'react'
import type { PolicyBody, Sentence } from '../../../api/types'
import { ErrorState, Section } from '../../../shared/ui'
import { useSentence } from './api'
import { policyCopy } from './copy'
import styles from './Policy.module.css'
import { sayLanguage, sayMatterOf, saySkill } from './words'

/** Types a sentence and sees what it would be, by what is written in the form now. */
export function TrySentence({ version, body }: { version: number; body: PolicyBody }) {
  const t = policyCopy.use()
  const [text, setText] = useState('')
  const tried = useSentence()
  return (
    <Section title={t.tryTitle} extra={<span className={styles.soft}>{t.tryUnsaved}</span>}>
      <form
        className={styles.try}
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim() !== '') tried.mutate({ text: text.trim(), version, body })
        }}
      >
        <Input
          aria-label={t.tryTitle}
          placeholder={t.tryPlaceholder}
          maxLength={1000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button htmlType="submit" loading={tried.isPending} disabled={text.trim() === ''}>
          {t.tryRun}
        </Button>
      </form>
      <div aria-live="polite">
        {tried.error !== null && <ErrorState error={tried.error} over />}
        {tried.data !== undefined && <Answer sentence={tried.data} body={body} />}
      </div>
    </Section>
  )
}

function Answer({ sentence, body }: { sentence: Sentence; body: PolicyBody }) {
  const t = policyCopy.use()
  return (
    <ul className={styles.answer}>
      {answers(sentence, body, t.tried).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

/** The answer in sentences. */
export function answers(sentence: Sentence, body: PolicyBody, t = policyCopy.now().tried): string[] {
  const lines = [
    sentence.word === null ? t.noMatter : t.matter(sentence.word, sayMatterOf(sentence.matter, body.matters)),
    sentence.language === null
      ? t.noLanguage(sentence.letters)
      : t.language(sayLanguage(sentence.language), sentence.share),
  ]
  for (const need of sentence.needs) {
    lines.push(t.need(saySkill(need.skill), need.wanted, need.agents))
    lines.push(
      need.instead === null
        ? t.needLeast(saySkill(need.skill), need.least, need.atLeast)
        : t.needGeneral(need.atLeast),
    )
  }
  if (sentence.needs.some((need) => need.atLeast === 0)) lines.push(t.nobody)
  return lines
}
