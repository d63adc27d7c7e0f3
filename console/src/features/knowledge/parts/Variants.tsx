import { Button, Input, Select } from 'antd'
import type { ArticleVariant } from '../../../api/types'
import { UnitPicker, useUnitName } from '../../../shared/units'
import { knowledgeCopy } from '../copy'
import styles from '../Knowledge.module.css'
import { CHANNELS } from '../model'

interface Props {
  variants: ArticleVariant[]
  locked: boolean
  onChange: (variants: ArticleVariant[]) => void
}

/** What the article says in one place or on one channel instead. */
export function Variants({ variants, locked, onChange }: Props) {
  const t = knowledgeCopy.use()
  const set = (at: number, change: Partial<ArticleVariant>) =>
    onChange(variants.map((one, index) => (index === at ? { ...one, ...change } : one)))
  return (
    <>
      {variants.length > 0 && (
        <ol className={styles.variants} aria-label={t.fields.variants}>
          {variants.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a variant has nothing else that stays the same while it is written
            <li key={at}>
              <Place variant={one} locked={locked} onChange={(change) => set(at, change)}>
                <Button
                  disabled={locked}
                  onClick={() => onChange(variants.filter((_, index) => index !== at))}
                >
                  {t.remove}
                </Button>
              </Place>
              <Input.TextArea
                aria-label={t.variant(at + 1)}
                autoSize={{ minRows: 2, maxRows: 10 }}
                maxLength={2_000}
                readOnly={locked}
                value={one.text}
                onChange={(event) => set(at, { text: event.target.value })}
              />
            </li>
          ))}
        </ol>
      )}
      {!locked && (
        <div>
          <Button
            size="small"
            onClick={() => onChange([...variants, { unit: null, channel: null, text: '', english: null }])}
          >
            {t.addVariant}
          </Button>
        </div>
      )}
    </>
  )
}

function Place(props: {
  variant: ArticleVariant
  locked: boolean
  onChange: (change: Partial<ArticleVariant>) => void
  children: React.ReactNode
}) {
  const t = knowledgeCopy.use()
  const { variant, locked, onChange } = props
  const name = useUnitName(variant.unit)
  return (
    <div className={styles.where}>
      {variant.unit === null && !locked ? (
        <UnitPicker placeholder={t.unitSearch} onChange={(unit) => onChange({ unit })} />
      ) : (
        <Select
          aria-label={t.fields.unit}
          disabled={locked}
          value={variant.unit ?? ''}
          options={[
            { value: '', label: t.anyUnit },
            ...(variant.unit === null ? [] : [{ value: variant.unit, label: name }]),
          ]}
          onChange={(unit) => onChange({ unit: unit === '' ? null : unit })}
        />
      )}
      <Select
        aria-label={t.anyChannel}
        disabled={locked}
        value={variant.channel ?? ''}
        options={[
          { value: '', label: t.anyChannel },
          ...CHANNELS.map((value) => ({ value, label: t.channel[value] })),
        ]}
        onChange={(channel) =>
          onChange({ channel: channel === '' ? null : (channel as ArticleVariant['channel']) })
        }
      />
      {props.children}
    </div>
  )
}
