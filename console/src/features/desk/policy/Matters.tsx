import { ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { PolicyMatter } from '../../../api/types'
import { joinList } from '../../../shared/i18n'
import { policyCopy } from './copy'
import { Field, NumberInput } from './Inputs'
import { HIGHEST, up, withAt, withoutAt } from './model'
import styles from './Policy.module.css'
import { sayMatterOf, saySkill } from './words'

interface Props {
  matters: PolicyMatter[]
  locked: boolean
  onChange: (matters: PolicyMatter[]) => void
}

/** What contacts are about, by which words that is known, and what whoever answers should know. */
export function Matters({ matters, locked, onChange }: Props) {
  const t = policyCopy.use()
  const [editing, setEditing] = useState<number | null>(null)
  const levels = ({ skill, wanted, least }: PolicyMatter) =>
    `${saySkill(skill)} ${wanted}${least === 0 ? ` · ${t.general}` : ` · ${t.atLeast(least)}`}`
  function add() {
    const fresh = { code: '', nameZh: '', nameEn: '', skill: 'GENERAL', wanted: 2, least: 0, words: [] }
    onChange([...matters, fresh])
    setEditing(matters.length)
  }
  return (
    <>
      <ul className={styles.matters}>
        {matters.map((matter, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: codes change while they are written
          <li key={at}>
            <div className={styles.matter}>
              <strong>{sayMatterOf(matter.code, [matter]) || t.code}</strong>
              <span className={styles.soft}>{levels(matter)}</span>
              <span className={styles.words} title={joinList(matter.words)}>
                {joinList(matter.words)}
              </span>
              <span>
                {!locked && (
                  <>
                    {at > 0 && (
                      <Button
                        type="text"
                        size="small"
                        icon={<ArrowUpOutlined />}
                        aria-label={t.up(matter.nameZh)}
                        onClick={() => onChange(up(matters, at))}
                      />
                    )}
                    <Button
                      type="link"
                      size="small"
                      onClick={() => setEditing(editing === at ? null : at)}
                      aria-expanded={editing === at}
                    >
                      {editing === at ? t.done : t.edit}
                    </Button>
                    <Button
                      type="text"
                      size="small"
                      icon={<DeleteOutlined />}
                      aria-label={t.removeMatter(matter.nameZh)}
                      onClick={() => onChange(withoutAt(matters, at))}
                    />
                  </>
                )}
              </span>
            </div>
            {!locked && editing === at && (
              <MatterFields matter={matter} onChange={(more) => onChange(withAt(matters, at, more))} />
            )}
          </li>
        ))}
      </ul>
      {!locked && (
        <Button size="small" onClick={add}>
          {t.addMatter}
        </Button>
      )}
    </>
  )
}

function MatterFields(props: { matter: PolicyMatter; onChange: (more: Partial<PolicyMatter>) => void }) {
  const t = policyCopy.use()
  const { matter, onChange } = props
  return (
    <div className={styles.fields}>
      <Field name={t.code}>
        <Input
          size="small"
          value={matter.code}
          onChange={(event) => onChange({ code: event.target.value.toUpperCase() })}
        />
      </Field>
      <Field name={t.nameZh}>
        <Input
          size="small"
          value={matter.nameZh}
          onChange={(event) => onChange({ nameZh: event.target.value })}
        />
      </Field>
      <Field name={t.nameEn}>
        <Input
          size="small"
          value={matter.nameEn}
          onChange={(event) => onChange({ nameEn: event.target.value })}
        />
      </Field>
      <Field name={t.skill}>
        <Input
          size="small"
          value={matter.skill}
          onChange={(event) => onChange({ skill: event.target.value.toUpperCase() })}
        />
      </Field>
      <Field name={t.wanted}>
        <NumberInput
          name={t.wanted}
          least={1}
          most={HIGHEST}
          value={matter.wanted}
          locked={false}
          onChange={(wanted) => onChange({ wanted })}
        />
      </Field>
      <Field name={`${t.least}`}>
        <NumberInput
          name={t.least}
          most={HIGHEST}
          value={matter.least}
          locked={false}
          onChange={(least) => onChange({ least })}
        />
      </Field>
      <Field name={`${t.words} · ${t.wordsHint}`} wide>
        <Select
          mode="tags"
          aria-label={t.words}
          size="small"
          open={false}
          suffixIcon={null}
          tokenSeparators={['，', ',', '、', '；', ';']}
          value={matter.words}
          style={{ width: '100%' }}
          onChange={(words: string[]) => onChange({ words })}
        />
      </Field>
    </div>
  )
}
