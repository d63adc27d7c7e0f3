import { App, Segmented } from 'antd'
import { sayProblem } from '../../../shared/problems'
import { Section } from '../../../shared/ui'
import { useCan } from '../../identity'
import { useSaveSharing, useSharing, type WorkSharing } from '../api'
import { triageCopy } from '../copy'
import styles from '../Triage.module.css'

const CHOICES: WorkSharing[] = ['DEFAULT', 'ON', 'OFF']

/** Whether the tickets that land on a unit are shared out among its people. */
export function Sharing({ unit }: { unit: string }) {
  const t = triageCopy.use()
  const can = useCan()
  const { message } = App.useApp()
  const { data } = useSharing(unit)
  const save = useSaveSharing(unit)
  if (data === undefined) return null
  return (
    <Section title={t.sharing}>
      <p className={styles.soft}>{t.sharingHint}</p>
      <Segmented
        className={styles.choice}
        aria-label={t.sharing}
        value={data.sharing}
        disabled={!can('triage.share') || save.isPending}
        options={CHOICES.map((value) => ({ value, label: t.shares[value] }))}
        onChange={(value) =>
          save.mutate(value, {
            onSuccess: () => message.success(t.sharingSaved),
            onError: (problem) => message.error(sayProblem(problem)),
          })
        }
      />
      {data.sharing === 'DEFAULT' && <p className={styles.faint}>{t.sharesDefault}</p>}
    </Section>
  )
}
