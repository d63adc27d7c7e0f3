import { BellOutlined, DownOutlined } from '@ant-design/icons'
import { App, Button, Dropdown, type MenuProps } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Desk } from '../../../api/types'
import { useShortcut } from '../../../shared/keyboard'
import { Tag } from '../../../shared/ui'
import { sayPresence, usePresence } from '../api'
import { deskCopy } from '../copy'
import { CHOSEN_REASONS, SEAT_MEANING } from '../model'
import { setHere } from '../tab'
import { Since } from './Clocks'
import { DeskTabs } from './DeskTabs'
import styles from './SeatBar.module.css'

/** What I am, since when, how full my hands are, and how many wait. */
export function SeatBar({ desk }: { desk: Desk }) {
  const t = deskCopy.use()
  const presence = usePresence()
  const navigate = useNavigate()
  const { me } = desk
  const ready = me.state === 'READY'

  async function leave() {
    setHere(false)
    await sayPresence('CLOSED').catch(() => undefined)
    void navigate('/workbench')
  }

  const items: MenuProps['items'] = [
    { key: 'READY', label: t.goReady, onClick: () => presence.mutate({ command: 'READY' }) },
    { type: 'divider' },
    ...CHOSEN_REASONS.map((reason) => ({
      key: reason,
      label: t.goNotReady(t.reason[reason]),
      onClick: () => presence.mutate({ command: 'NOT_READY', reason }),
    })),
    { type: 'divider' },
    { key: 'leave', label: t.leave, onClick: () => void leave() },
  ]

  useShortcut('Alt+r', t.keys.state, () =>
    presence.mutate(ready ? { command: 'NOT_READY', reason: 'REST' } : { command: 'READY' }),
  )

  return (
    <header className={styles.bar}>
      <Dropdown menu={{ items }} trigger={['click']} disabled={me.forced}>
        <Button loading={presence.isPending} title={me.forced ? t.forcedHint : t.changeState}>
          <Tag meaning={SEAT_MEANING[me.state]}>{t.seat[me.state]}</Tag>
          {me.reason !== null && <span>{t.reason[me.reason]}</span>}
          <DownOutlined />
        </Button>
      </Dropdown>
      {!ready && me.state !== 'OFFLINE' && !me.forced && (
        <Button type="primary" onClick={() => presence.mutate({ command: 'READY' })}>
          {t.seat.READY}
        </Button>
      )}
      {me.forced && <Tag meaning="watch">{t.forced}</Tag>}
      <span className={styles.fact}>
        {t.since} <Since at={me.since} />
      </span>
      <span className={styles.fact} title={t.capacityTitle(me.taken)}>
        {t.capacity}
        <span className={styles.load} aria-hidden="true">
          <i style={{ width: `${me.taken}%` }} data-full={me.taken > 90} />
        </span>
        <span className="tabular">{me.taken}%</span>
      </span>
      <span className={styles.fact}>
        {t.waitingCount} <strong className="tabular">{desk.waiting}</strong>
      </span>
      <div className={styles.end}>
        <AskForNotices />
        <DeskTabs />
      </div>
    </header>
  )
}

function AskForNotices() {
  const t = deskCopy.use()
  const { message } = App.useApp()
  const [asked, setAsked] = useState(
    typeof Notification === 'undefined' ? 'granted' : Notification.permission,
  )
  if (asked === 'granted') return null
  return (
    <Button
      type="text"
      icon={<BellOutlined />}
      aria-label={t.allowNotices}
      title={t.allowNotices}
      onClick={async () => {
        const answer = await Notification.requestPermission()
        setAsked(answer)
        if (answer === 'denied') message.warning(t.noticesDenied)
      }}
    >
      <span className={styles.words}>{t.allowNotices}</span>
    </Button>
  )
}
