import { Button, Drawer } from 'antd'
import { useEffect } from 'react'
import type { Contact } from '../../../api/types'
import styles from '../BoardPage.module.css'
import { deskCopy } from '../copy'
import { useLineOpen, useRooms } from '../talk/useTalk'
import { CarriedBy, useConversationChannel } from './ChannelBar'
import { LineWords } from './LineWords'
import { Thread } from './Thread'
import { WhisperField } from './WhisperField'

const LOOK_EVERY_MS = 2_000

/** A conversation of somebody else's: read, not written; nothing of it becomes read by this. */
export function LookOn(props: { contact: Contact; onTake: () => void; onClose: () => void }) {
  const t = deskCopy.use()
  const rooms = useRooms()
  const { conversation, channel, customer } = props.contact
  const carried = useConversationChannel(conversation, channel)
  useLineOpen()
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') rooms.refresh(conversation)
    }, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [rooms, conversation])
  return (
    <Drawer
      open
      title={t.lookTitle(customer.name)}
      size={560}
      onClose={props.onClose}
      styles={{ body: { padding: '12px 16px' } }}
    >
      <div className={styles.look}>
        <LineWords />
        <CarriedBy value={carried}>
          <Thread conversation={conversation} marked={null} lookingOn />
        </CarriedBy>
        {props.contact.state === 'TALKING' && <WhisperField contact={props.contact} />}
        <div className={styles.foot}>
          <span>{t.lookingOnly}</span>
          <Button type="primary" onClick={props.onTake}>
            {t.takeOver}
          </Button>
        </div>
      </div>
    </Drawer>
  )
}
