import { Select } from 'antd'
import { useState } from 'react'
import type { ArticleBody } from '../../../api/types'
import { Section, Tag } from '../../../shared/ui'
import { UnitPicker } from '../../../shared/units'
import { knowledgeCopy } from '../copy'
import styles from '../Knowledge.module.css'
import { CHANNELS, textFor } from '../model'
import { useUnitsAbove } from './useUnitsAbove'

/** What a customer reads, in one place and on one channel. */
export function Preview({ body }: { body: ArticleBody }) {
  const t = knowledgeCopy.use()
  const [unit, setUnit] = useState<string | null>(null)
  const [channel, setChannel] = useState('')
  const units = useUnitsAbove(unit)
  const { text, english } = textFor(body, units, channel === '' ? null : channel)
  return (
    <Section title={t.preview}>
      {body.variants.length > 0 && (
        <div className={styles.choose}>
          <UnitPicker
            placeholder={`${t.previewFor} ${t.anyUnit}`}
            value={unit ?? undefined}
            onChange={(code) => setUnit(code)}
          />
          <Select
            aria-label={t.previewFor}
            value={channel}
            options={[
              { value: '', label: t.anyChannel },
              ...CHANNELS.map((value) => ({ value: value as string, label: t.channel[value] })),
            ]}
            onChange={setChannel}
          />
        </div>
      )}
      <div className={styles.bubble}>
        {body.audience === 'AGENTS' && <Tag meaning="act">{t.agentsOnly}</Tag>}
        <p className={styles.text}>{text.trim() === '' ? t.previewNone : text}</p>
        {english !== null && english !== '' && <p className={styles.text}>{english}</p>}
        {body.source !== null && body.source !== undefined && (
          <small>{t.source(body.source.name, body.source.date)}</small>
        )}
      </div>
    </Section>
  )
}
