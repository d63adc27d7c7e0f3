import { Button, Select, Switch } from 'antd'
import { useState } from 'react'
import type { BotReception } from '../../api/types'
import { sayTime } from '../../shared/time'
import { ErrorState, Section, SkeletonRows } from '../../shared/ui'
import { UnitPicker } from '../../shared/units'
import { useMe } from '../identity'
import { useChangeReception, useReceptions } from './api'
import styles from './BotPage.module.css'
import { botCopy } from './copy'

const CHANNELS = ['CHAT', 'WECHAT'] as const

/** Where the assistant receives customers; switched by whoever may. */
export function ReceptionPart() {
  const t = botCopy.use()
  const { data, error, refetch } = useReceptions()
  const may = useMe().permissions.includes('bot.manage')
  return (
    <Section title={t.receptionQuestion}>
      <p className={styles.hint}>{t.receptionHint}</p>
      {error !== null && (
        <ErrorState error={error} over={data !== undefined} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <SkeletonRows rows={2} />}
      {data?.length === 0 && <p className={styles.soft}>{t.none}</p>}
      <ul className={styles.rows}>
        {data?.map((one) => (
          <Row key={`${one.unit} ${one.channel}`} one={one} may={may} />
        ))}
      </ul>
      {may && data !== undefined && <Another known={data} />}
    </Section>
  )
}

function Row({ one, may }: { one: BotReception; may: boolean }) {
  const t = botCopy.use()
  const change = useChangeReception()
  return (
    <li className={styles.row}>
      <span>
        <strong>{one.unitName}</strong> {t.channels[one.channel as keyof typeof t.channels]}
      </span>
      <span className={styles.soft}>{t.setBy(one.by, sayTime(one.at, Date.now()))}</span>
      <Switch
        checked={one.active}
        disabled={!may}
        loading={change.isPending}
        checkedChildren={t.on}
        unCheckedChildren={t.off}
        aria-label={`${one.unitName} ${t.channels[one.channel as keyof typeof t.channels]}`}
        onChange={(active) =>
          change.mutate({ channel: one.channel, unit: one.unit, active, version: one.version })
        }
      />
    </li>
  )
}

function Another({ known }: { known: BotReception[] }) {
  const t = botCopy.use()
  const change = useChangeReception()
  const [open, setOpen] = useState(false)
  const [unit, setUnit] = useState<string | undefined>()
  const [channel, setChannel] = useState<(typeof CHANNELS)[number]>('CHAT')
  if (!open) {
    return (
      <div className={styles.form}>
        <Button size="small" onClick={() => setOpen(true)}>
          {t.add}
        </Button>
      </div>
    )
  }
  const before = known.find((one) => one.unit === unit && one.channel === channel)
  return (
    <div className={styles.form}>
      <span className={styles.unit}>
        <UnitPicker value={unit} onChange={setUnit} placeholder={t.unit} />
      </span>
      <Select
        aria-label={t.channel}
        value={channel}
        onChange={setChannel}
        options={CHANNELS.map((value) => ({ value, label: t.channels[value] }))}
      />
      <Button
        type="primary"
        disabled={unit === undefined}
        loading={change.isPending}
        onClick={() =>
          change.mutate(
            { channel, unit: unit ?? null, active: true, version: before?.version ?? 0 },
            { onSuccess: () => setOpen(false) },
          )
        }
      >
        {t.on}
      </Button>
      <Button onClick={() => setOpen(false)}>{t.cancel}</Button>
    </div>
  )
}
