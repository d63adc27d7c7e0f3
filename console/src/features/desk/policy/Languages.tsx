import { Input, Select } from 'antd'
import type { PolicyBody } from '../../../api/types'
import { policyCopy } from './copy'
import { NumberInput } from './Inputs'
import { HIGHEST, WRITINGS } from './model'
import { Rows } from './Rows'
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
  return (
    <Rows<Language>
      list={languages}
      locked={locked}
      onChange={onChange}
      titles={[
        { name: t.code },
        { name: t.writing },
        { name: t.share },
        { name: t.skill },
        { name: t.wanted },
        { name: t.least, hint: t.leastHint },
      ]}
      removeWords={(language) => t.removeMatter(sayLanguage(language.code))}
      addWords={t.addLanguage}
      fresh={() => ({ code: '', writing: 'LATIN', share: 90, skill: '', wanted: 2, least: 0 })}
      cells={(language, change) => {
        const number = (field: 'share' | 'wanted' | 'least', least: number, most: number) => (
          <NumberInput
            key={field}
            name={t[field]}
            least={least}
            most={most}
            value={language[field]}
            locked={locked}
            onChange={(value) => change({ [field]: value })}
          />
        )
        return [
          <span key="code" title={sayLanguage(language.code)}>
            <Code name={t.code} value={language.code} locked={locked} set={(code) => change({ code })} />
          </span>,
          <Select
            key="writing"
            aria-label={t.writing}
            size="small"
            disabled={locked}
            value={language.writing}
            style={{ width: 120 }}
            options={WRITINGS.map((value) => ({ value, label: t.writings[value] }))}
            onChange={(writing) => change({ writing })}
          />,
          number('share', 1, 100),
          <Code
            key="skill"
            name={t.skill}
            value={language.skill}
            locked={locked}
            set={(skill) => change({ skill })}
          />,
          number('wanted', 1, HIGHEST),
          number('least', 0, HIGHEST),
        ]
      }}
    />
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
