import { DeleteOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import type { PolicyBody } from '../../../api/types'
import { policyCopy } from './copy'
import { NumberInput } from './Inputs'
import { HIGHEST, WRITINGS, withAt, withoutAt } from './model'
import styles from './Policy.module.css'
import { sayLanguage } from './words'

type Language = PolicyBody['languages'][number]

interface Props {
  languages: Language[]
  locked: boolean
  onChange: (languages: Language[]) => void
}

/** Languages that not everybody speaks, and by which letters they are known. */
export function Languages({ languages, locked, onChange }: Props) {
  const t = policyCopy.use()
  const change = (at: number, more: Partial<Language>) => onChange(withAt(languages, at, more))
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{t.code}</th>
              <th>{t.writing}</th>
              <th>{t.share}</th>
              <th>{t.skill}</th>
              <th>{t.wanted}</th>
              <th title={t.leastHint}>{t.least}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {languages.map((language, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: codes change while they are written
              <tr key={at}>
                <td title={sayLanguage(language.code)}>
                  <Code
                    name={t.code}
                    value={language.code}
                    locked={locked}
                    set={(code) => change(at, { code })}
                  />
                </td>
                <td>
                  <Select
                    aria-label={t.writing}
                    size="small"
                    disabled={locked}
                    value={language.writing}
                    style={{ width: 120 }}
                    options={WRITINGS.map((value) => ({ value, label: t.writings[value] }))}
                    onChange={(writing) => change(at, { writing })}
                  />
                </td>
                <td>
                  <NumberInput
                    name={t.share}
                    least={1}
                    most={100}
                    value={language.share}
                    locked={locked}
                    onChange={(share) => change(at, { share })}
                  />
                </td>
                <td>
                  <Code
                    name={t.skill}
                    value={language.skill}
                    locked={locked}
                    set={(skill) => change(at, { skill })}
                  />
                </td>
                <td>
                  <NumberInput
                    name={t.wanted}
                    least={1}
                    most={HIGHEST}
                    value={language.wanted}
                    locked={locked}
                    onChange={(wanted) => change(at, { wanted })}
                  />
                </td>
                <td>
                  <NumberInput
                    name={t.least}
                    most={HIGHEST}
                    value={language.least}
                    locked={locked}
                    onChange={(least) => change(at, { least })}
                  />
                </td>
                <td>
                  {!locked && (
                    <Button
                      type="text"
                      size="small"
                      icon={<DeleteOutlined />}
                      aria-label={t.removeMatter(sayLanguage(language.code))}
                      onClick={() => onChange(withoutAt(languages, at))}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!locked && (
        <Button
          size="small"
          onClick={() =>
            onChange([
              ...languages,
              { code: '', writing: 'LATIN', share: 90, skill: '', wanted: 2, least: 0 },
            ])
          }
        >
          {t.addLanguage}
        </Button>
      )}
    </>
  )
}

function Code(props: { name: string; value: string; locked: boolean; set: (code: string) => void }) {
  return (
    <Input
      aria-label={props.name}
      size="small"
      disabled={props.locked}
      value={props.value}
      style={{ width: 120 }}
      onChange={(event) => props.set(event.target.value.toUpperCase())}
    />
  )
}
