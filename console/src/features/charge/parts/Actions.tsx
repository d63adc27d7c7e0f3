import { Button } from 'antd'
import { useState } from 'react'
import type { ChargeAction, ChargeView } from '../../../api/types'
import { chargeCopy } from '../copy'
import { ACTIONS } from '../model'
import { DecideDialog } from './DecideDialog'
import styles from './Drawer.module.css'
import { SayDialog } from './SayDialog'

/** What the reader may do with a charge now; the server says what that is. */
export function Actions({ view }: { view: ChargeView }) {
  const t = chargeCopy.use()
  const [asked, setAsked] = useState<ChargeAction | null>(null)
  const offered = ACTIONS.filter((action) => view.actions.includes(action))
  const done = () => setAsked(null)
  return (
    <>
      {offered.length > 0 && (
        <div className={styles.actions}>
          {offered.map((action, index) => (
            <Button key={action} type={index === 0 ? 'primary' : 'default'} onClick={() => setAsked(action)}>
              {t.action[action]}
            </Button>
          ))}
        </div>
      )}
      {(asked === 'SETTLE' || asked === 'ARBITRATE') && (
        <DecideDialog view={view} action={asked} onDone={done} />
      )}
      {(asked === 'GIVE_EVIDENCE' || asked === 'REBUT' || asked === 'APPEAL') && (
        <SayDialog view={view} action={asked} onDone={done} />
      )}
    </>
  )
}
