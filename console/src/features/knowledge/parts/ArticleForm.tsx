import { Checkbox, DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import type { ReactNode } from 'react'
import type { ArticleBody, ArticleSource } from '../../../api/types'
import { cx } from '../../../shared/ui'
import { knowledgeCopy } from '../copy'
import styles from '../Knowledge.module.css'
import { CATEGORIES, questionsOf, SOURCES } from '../model'
import { Variants } from './Variants'

const NO_SOURCE: ArticleSource = { kind: 'RULE', name: '', date: dayjs().format('YYYY-MM-DD') }

export interface Written {
  body: ArticleBody
  /** Lines as they are typed; an empty one at the end is one that is about to be written. */
  similar: string
  note: string
  from: string | null
  until: string | null
}

interface Props {
  written: Written
  onChange: (change: Partial<Written>) => void
}

/** What an article says, to be written. */
export function ArticleForm({ written, onChange }: Props) {
  const t = knowledgeCopy.use()
  const { body } = written
  const set = (change: Partial<ArticleBody>) => onChange({ body: { ...body, ...change } })
  const source = body.source ?? NO_SOURCE
  return (
    <div className={styles.form}>
      <Field label={t.fields.title}>
        <Input
          aria-label={t.fields.title}
          maxLength={60}
          value={body.title}
          onChange={(event) => set({ title: event.target.value })}
        />
      </Field>
      <Field label={t.fields.category} size="third">
        <Select
          aria-label={t.fields.category}
          value={body.category}
          options={CATEGORIES.map((value) => ({ value, label: t.category[value] }))}
          onChange={(category) => set({ category })}
        />
      </Field>
      <Field label={t.fields.audience} size="third">
        <Select
          aria-label={t.fields.audience}
          value={body.audience}
          options={(['CUSTOMERS', 'AGENTS'] as const).map((value) => ({ value, label: t.audience[value] }))}
          onChange={(audience) => set({ audience })}
        />
      </Field>
      <Field label={t.fields.standard} size="third" hint={t.standardHint}>
        <Checkbox checked={body.standard} onChange={(event) => set({ standard: event.target.checked })}>
          {t.standard}
        </Checkbox>
      </Field>
      <Field label={t.fields.similar} hint={t.hints.similar}>
        <Input.TextArea
          aria-label={t.fields.similar}
          autoSize={{ minRows: 4, maxRows: 14 }}
          value={written.similar}
          onChange={(event) =>
            onChange({
              similar: event.target.value,
              body: { ...body, similar: questionsOf(event.target.value) },
            })
          }
        />
      </Field>
      <Field label={t.fields.text} hint={t.hints.text}>
        <Input.TextArea
          aria-label={t.fields.text}
          autoSize={{ minRows: 4, maxRows: 16 }}
          maxLength={2_000}
          showCount
          value={body.text}
          onChange={(event) => set({ text: event.target.value })}
        />
      </Field>
      <Field label={t.fields.english}>
        <Input.TextArea
          aria-label={t.fields.english}
          autoSize={{ minRows: 2, maxRows: 10 }}
          maxLength={2_000}
          value={body.english ?? ''}
          onChange={(event) => set({ english: event.target.value === '' ? null : event.target.value })}
        />
      </Field>
      <Field label={t.fields.sourceKind} size="third">
        <Select
          aria-label={t.fields.sourceKind}
          value={body.source?.kind ?? null}
          options={SOURCES.map((value) => ({ value, label: t.sourceKind[value] }))}
          onChange={(kind) => kind !== null && set({ source: { ...source, kind } })}
        />
      </Field>
      <Field label={t.fields.sourceName} size="third">
        <Input
          aria-label={t.fields.sourceName}
          maxLength={120}
          value={body.source?.name ?? ''}
          onChange={(event) => set({ source: { ...source, name: event.target.value } })}
        />
      </Field>
      <Field label={t.fields.sourceDate} size="third">
        <DatePicker
          aria-label={t.fields.sourceDate}
          allowClear={false}
          value={body.source == null ? null : dayjs(body.source.date)}
          onChange={(day) => day !== null && set({ source: { ...source, date: day.format('YYYY-MM-DD') } })}
        />
      </Field>
      <Field label={t.fields.variants} hint={t.hints.variants}>
        <Variants variants={body.variants} locked={false} onChange={(variants) => set({ variants })} />
      </Field>
      <Field label={t.fields.from} size="half" hint={t.hints.from}>
        <DatePicker
          aria-label={t.fields.from}
          showTime={{ format: 'HH:mm' }}
          value={written.from === null ? null : dayjs(written.from)}
          onChange={(at) => onChange({ from: at === null ? null : at.toISOString() })}
        />
      </Field>
      <Field label={t.fields.until} size="half" hint={t.hints.until}>
        <DatePicker
          aria-label={t.fields.until}
          showTime={{ format: 'HH:mm' }}
          value={written.until === null ? null : dayjs(written.until)}
          onChange={(at) => onChange({ until: at === null ? null : at.toISOString() })}
        />
      </Field>
      <Field label={t.fields.note}>
        <Input
          aria-label={t.fields.note}
          maxLength={200}
          value={written.note}
          onChange={(event) => onChange({ note: event.target.value })}
        />
      </Field>
    </div>
  )
}

function Field(props: { label: string; hint?: string; size?: 'third' | 'half'; children: ReactNode }) {
  return (
    <div className={cx(props.size !== undefined && styles[props.size])}>
      <span className={styles.label}>{props.label}</span>
      {props.children}
      {props.hint !== undefined && <span className={styles.hint}>{props.hint}</span>}
    </div>
  )
}
