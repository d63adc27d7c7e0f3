import { useState } from 'react'
import { PageFrame } from '../../shared/ui'
import { useMe } from '../identity'
import styles from './BotPage.module.css'
import { botCopy } from './copy'
import { DriftPart } from './DriftPart'
import { ModelsPart } from './ModelsPart'
import { NumbersPart } from './NumbersPart'
import { ReceptionPart } from './ReceptionPart'
import { ReplayDrawer } from './ReplayDrawer'
import { SessionsPart } from './SessionsPart'
import { TeachPart } from './TeachPart'
import { TryPart } from './TryPart'

/** Where the assistant receives customers, how it does, and what was said each time. */
export default function BotPage() {
  const t = botCopy.use()
  const teaches = useMe().permissions.includes('bot.teach')
  const [replayed, setReplayed] = useState<string | null>(null)
  return (
    <PageFrame title={t.title}>
      <p className={styles.intro}>{t.intro}</p>
      <div className={styles.parts}>
        <ReceptionPart />
        <TryPart />
        <NumbersPart />
        <SessionsPart onReplay={setReplayed} />
        {teaches && <TeachPart onReplay={setReplayed} />}
        {teaches && <ModelsPart />}
        <DriftPart />
      </div>
      <ReplayDrawer id={replayed} onClose={() => setReplayed(null)} />
    </PageFrame>
  )
}
