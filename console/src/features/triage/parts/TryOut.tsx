import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { ErrorState, Section } from '../../../shared/ui'
import { UnitPicker } from '../../../shared/units'
import { useCan } from '../../identity'
import { caseCopy, KindPicker } from '../../ticket'
import { type TriageTry, useTry } from '../api'
import { triageCopy } from '../copy'
import styles from '../Triage.module.css'
import { WhyWords } from './Why'

/** Puts a ticket, or a made-up matter, to the rules; nothing happens to it. */
export function TryOut() {
  const t = triageCopy.use()
  const origins = caseCopy.use().origins
  const can = useCan()
  const tried = useTry()
  const [matter, setMatter] = useState<Partial<TriageTry>>({})
  const set = (more: Partial<TriageTry>) => setMatter((old) => ({ ...old, ...more }))
  const ticket = (matter.ticket ?? '').trim()
  return (
    <Section title={t.tryOut}>
      <p className={styles.soft}>{t.tryHint}</p>
      <form
        className={styles.try}
        onSubmit={(event) => {
          event.preventDefault()
          tried.mutate(ticket === '' ? { ...matter, ticket: null } : { ticket })
        }}
      >
        <Labelled name={t.ticket}>
          <Input value={matter.ticket ?? ''} onChange={(event) => set({ ticket: event.target.value })} />
        </Labelled>
        {ticket === '' && (
          <>
            <Labelled name={`${t.orMade} ${t.kind}`}>
              <KindPicker value={matter.kind ?? undefined} onChange={(kind) => set({ kind: kind ?? null })} />
            </Labelled>
            <Labelled name={t.text}>
              <Input value={matter.text ?? ''} onChange={(event) => set({ text: event.target.value })} />
            </Labelled>
            <Labelled name={t.channel}>
              <Select
                allowClear
                aria-label={t.channel}
                style={{ width: '100%' }}
                placeholder={origins.AGENT}
                value={matter.channel ?? undefined}
                options={Object.entries(origins).map(([value, label]) => ({ value, label }))}
                onChange={(channel?: TriageTry['channel']) => set({ channel: channel ?? null })}
              />
            </Labelled>
            {can('network.read') && (
              <Labelled name={t.place}>
                <UnitPicker
                  placeholder={t.place}
                  value={matter.unit ?? undefined}
                  onChange={(unit) => set({ unit })}
                />
              </Labelled>
            )}
          </>
        )}
        <Button htmlType="submit" loading={tried.isPending} disabled={ticket === '' && matter.kind == null}>
          {t.run}
        </Button>
      </form>
      <div className={styles.answer} aria-live="polite">
        {tried.error !== null && <ErrorState error={tried.error} onRetry={() => tried.reset()} />}
        {tried.data !== undefined && <WhyWords triage={tried.data} />}
      </div>
    </Section>
  )
}

function Labelled({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label>
      <span>{name}</span>
      {children}
    </label>
  )
}
