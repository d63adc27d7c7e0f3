import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import type { Duty, DutyKind, PersonRef, Unit } from '../../../api/types'
import { PersonPicker } from '../../../shared/people'
import { sayProblem } from '../../../shared/problems'
import { ErrorState, Section, SkeletonRows } from '../../../shared/ui'
import { useCan } from '../../identity'
import { useDuties, useSaveDuties } from '../api'
import { networkCopy } from '../copy'
import styles from './UnitView.module.css'

const KINDS: DutyKind[] = ['ALL', 'SILENT_PARCEL', 'URGE']

/** Who answers for the unit, by kind of problem. */
export function Duties({ unit }: { unit: Unit }) {
  const t = networkCopy.use()
  const can = useCan()
  const [changing, setChanging] = useState(false)
  const duties = useDuties(unit.code, can('people.read'))
  return (
    <Section
      title={t.duties}
      extra={
        can('people.write') && (
          <Button size="small" disabled={duties.data === undefined} onClick={() => setChanging(true)}>
            {t.changeDuties}
          </Button>
        )
      }
    >
      <p className={styles.hint}>{t.dutiesHint}</p>
      {duties.isError && <ErrorState error={duties.error} onRetry={() => void duties.refetch()} />}
      {duties.data === undefined && !duties.isError && <SkeletonRows rows={3} height={40} />}
      {duties.data !== undefined && (
        <ul className={styles.rows}>
          {KINDS.map((kind) => {
            const duty = duties.data.find((each) => each.kind === kind)
            return (
              <li key={kind}>
                <span className={styles.grow}>{t.duty[kind]}</span>
                {duty === undefined ? (
                  <span className={styles.none}>{t.nobody}</span>
                ) : (
                  <span>
                    {duty.person.name} <span className="tabular">{duty.phone}</span>
                  </span>
                )}
              </li>
            )
          })}
        </ul>
      )}
      {changing && duties.data !== undefined && (
        <DutyDialog unit={unit} duties={duties.data} onClose={() => setChanging(false)} />
      )}
    </Section>
  )
}

function DutyDialog({ unit, duties, onClose }: { unit: Unit; duties: Duty[]; onClose: () => void }) {
  const t = networkCopy.use()
  const { message } = App.useApp()
  const save = useSaveDuties(unit.code)
  const [named, setNamed] = useState<Partial<Record<DutyKind, PersonRef | null>>>(
    Object.fromEntries(duties.map((duty) => [duty.kind, duty.person])),
  )

  function submit() {
    const wanted = KINDS.flatMap((kind) => {
      const person = named[kind]
      return person == null ? [] : [{ kind, personId: person.id }]
    })
    save.mutate(wanted, {
      onSuccess: () => {
        message.success(t.dutiesSaved)
        onClose()
      },
      onError: (problem) => message.error(sayProblem(problem)),
    })
  }

  return (
    <Modal
      open
      title={t.changeDuties}
      okText={t.save}
      cancelText={t.cancel}
      confirmLoading={save.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <ul className={styles.rows}>
        {KINDS.map((kind) => (
          <li key={kind}>
            <span>{t.duty[kind]}</span>
            <div className={styles.grow}>
              <PersonPicker
                unit={unit.code}
                label={t.dutyOf(t.duty[kind])}
                value={named[kind] ?? null}
                onChange={(person) => setNamed((old) => ({ ...old, [kind]: person }))}
              />
            </div>
          </li>
        ))}
      </ul>
    </Modal>
  )
}
