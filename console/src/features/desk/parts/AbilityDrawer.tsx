import { DeleteOutlined } from '@ant-design/icons'
import { App, AutoComplete, Button, Checkbox, Drawer, Rate } from 'antd'
import { useState } from 'react'
import type { Channel, Seat } from '../../../api/types'
import { useSeatChange } from '../api'
import { deskCopy } from '../copy'
import { CHANNELS } from '../model'
import { sayMatter } from '../words'
import styles from './AbilityDrawer.module.css'

const CODE = /^[A-Z][A-Z_0-9]{1,39}$/
const USUAL = 3

/** Changes which channels somebody takes and how good they are at what. */
export function AbilityDrawer({ seat, onClose }: { seat: Seat; onClose: () => void }) {
  const t = deskCopy.use()
  const { message } = App.useApp()
  const change = useSeatChange()
  const [skills, setSkills] = useState(seat.skills)
  const [channels, setChannels] = useState<Channel[]>(seat.channels)
  const [code, setCode] = useState('')
  const known = Object.keys(t.matter).filter((skill) => skills[skill] === undefined)

  function add(skill: string) {
    if (!CODE.test(skill)) return
    setSkills({ ...skills, [skill]: skills[skill] ?? USUAL })
    setCode('')
  }

  function remove(skill: string) {
    const { [skill]: _, ...others } = skills
    setSkills(others)
  }

  return (
    <Drawer
      open
      title={t.editTitle(seat.person.name)}
      size={420}
      onClose={onClose}
      footer={
        <Button
          type="primary"
          block
          loading={change.isPending}
          onClick={() =>
            change.mutate(
              { id: seat.person.id, do: 'enable', skills, channels },
              {
                onSuccess: () => {
                  message.success(t.saved)
                  onClose()
                },
              },
            )
          }
        >
          {t.save}
        </Button>
      }
    >
      <h3 className={styles.title}>{t.channels}</h3>
      <Checkbox.Group
        className={styles.channels}
        value={channels}
        options={CHANNELS.map((channel) => ({ value: channel, label: t.channel[channel] }))}
        onChange={(chosen) => setChannels(chosen)}
      />
      <h3 className={styles.title}>{t.skills}</h3>
      <ul className={styles.skills}>
        {Object.entries(skills).map(([skill, level]) => (
          <li key={skill}>
            <span title={skill}>{sayMatter(skill)}</span>
            <Rate
              aria-label={`${sayMatter(skill)} ${t.skillLevel}`}
              count={5}
              allowClear={false}
              value={level}
              onChange={(next) => setSkills({ ...skills, [skill]: next })}
            />
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t.removeSkill(sayMatter(skill))}
              onClick={() => remove(skill)}
            />
          </li>
        ))}
      </ul>
      <div className={styles.add}>
        <AutoComplete
          aria-label={t.skillCode}
          placeholder={t.skillFormat}
          value={code}
          options={known.map((skill) => ({ value: skill, label: `${sayMatter(skill)} ${skill}` }))}
          onChange={(typed) => setCode(typed.toUpperCase())}
          onSelect={add}
        />
        <Button disabled={!CODE.test(code)} onClick={() => add(code)}>
          {t.addSkill}
        </Button>
      </div>
    </Drawer>
  )
}
