import { App, Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { ApiProblem } from '../../../api/problem'
import type { Policy, PolicyBody } from '../../../api/types'
import { joinList } from '../../../shared/i18n'
import { ReasonDialog, Section, Tag } from '../../../shared/ui'
import { useCan } from '../../identity'
import { usePolicy, usePolicyAct } from './api'
import { policyCopy } from './copy'
import { Gaps } from './Gaps'
import { differing, same } from './model'
import styles from './Policy.module.css'
import { RulesForm } from './RulesForm'
import { TrialPane } from './TrialPane'
import { TrySentence } from './TrySentence'
import { sayWrong } from './words'

interface Props {
  policy: Policy
  inForce: number
}

/** One version: read, or written while it is a draft. */
export function VersionPane({ policy, inForce }: Props) {
  const t = policyCopy.use()
  const mayWrite = useCan()('desk.policy')
  const act = usePolicyAct()
  const { message } = App.useApp()
  const { row } = policy
  const [body, setBody] = useState(policy.body)
  const [note, setNote] = useState(row.note)
  const [seen, setSeen] = useState(row.revision)
  const [tab, setTab] = useState<'rules' | 'trial'>(
    row.state === 'DRAFT' && policy.trial !== null ? 'trial' : 'rules',
  )
  // What was saved is what the form goes on with; what somebody else saved meanwhile too, unless there is something unsaved.
  const unsaved = !same(body, policy.body) || note !== row.note
  if (seen !== row.revision && !unsaved) setSeen(row.revision)
  const locked = !(mayWrite && row.state === 'DRAFT')

  function save() {
    act.mutate(
      { act: 'save', version: row.version, revision: row.revision, note, body },
      {
        onSuccess: (saved) => {
          setBody(saved.body)
          setNote(saved.row.note)
          message.success(t.saved)
        },
      },
    )
  }

  const wrong = act.error instanceof ApiProblem ? act.error.errors : []
  return (
    <div className={styles.pane}>
      <Head policy={policy} inForce={inForce} unsaved={unsaved} body={body} />
      {!locked && (
        <Section title={t.note}>
          <div className={styles.actions}>
            <Input
              aria-label={t.note}
              placeholder={t.notePlaceholder}
              maxLength={200}
              value={note}
              style={{ flex: 1, minWidth: 200 }}
              onChange={(event) => setNote(event.target.value)}
            />
            <Button type="primary" disabled={!unsaved} loading={act.isPending} onClick={save}>
              {t.save}
            </Button>
            {unsaved && (
              <Button
                onClick={() => {
                  setBody(policy.body)
                  setNote(row.note)
                  act.reset()
                }}
              >
                {t.undo}
              </Button>
            )}
          </div>
          {wrong.length > 0 && (
            <div className={styles.gaps} role="alert">
              {t.wrongTitle}
              <ul>
                {wrong.map((error) => (
                  <li key={`${error.field} ${error.code}`}>{sayWrong(error)}</li>
                ))}
              </ul>
            </div>
          )}
        </Section>
      )}
      <Gaps gaps={policy.gaps} matters={policy.body.matters} />
      <div>
        <Segmented
          value={tab}
          options={[
            { value: 'rules', label: t.rules },
            { value: 'trial', label: t.trial },
          ]}
          onChange={(value) => setTab(value === 'trial' ? 'trial' : 'rules')}
        />
      </div>
      {tab === 'trial' ? (
        <TrialPane
          policy={policy}
          mayTry={mayWrite && row.state !== 'DROPPED' && !unsaved}
          asking={act.isPending}
          onTry={() => act.mutate({ act: 'trial', version: row.version })}
        />
      ) : (
        <>
          <TrySentence version={row.version} body={body} />
          <RulesForm body={body} locked={locked} onChange={setBody} />
        </>
      )}
    </div>
  )
}

function Head({ policy, inForce, unsaved, body }: Props & { unsaved: boolean; body: PolicyBody }) {
  const t = policyCopy.use()
  const mayWrite = useCan()('desk.policy')
  const { message, modal } = App.useApp()
  const act = usePolicyAct()
  const current = usePolicy(row(policy) === inForce ? null : inForce).data
  const [dropping, setDropping] = useState(false)
  const { state, revision, mine, version } = policy.row
  const draft = state === 'DRAFT'
  const tried = policy.trial?.state === 'DONE' && policy.trial.current
  const changes = current === undefined ? null : differing(current.body, body)

  function force() {
    modal.confirm({
      title: t.forceTitle(version),
      content: t.forceHint,
      okText: draft ? t.force : t.forceAgain,
      cancelText: t.cancel,
      onOk: () =>
        act
          .mutateAsync({ act: 'force', version, revision })
          .then(() => message.success(t.forced))
          .catch(() => undefined),
    })
  }

  return (
    <div className={styles.head}>
      <div className={styles.line}>
        <h2>{t.version(version)}</h2>
        <Tag meaning={policy.row.inForce ? 'good' : draft ? 'watch' : 'plain'}>
          {policy.row.inForce ? t.inForce : t.state[state]}
        </Tag>
        {unsaved && <Tag meaning="act">{t.unsaved}</Tag>}
      </div>
      {changes !== null && (
        <span className={styles.soft}>
          {changes.length === 0 ? t.noChange : t.changes(joinList(changes.map((part) => t.part[part])))}
        </span>
      )}
      {mayWrite && state !== 'DROPPED' && !policy.row.inForce && (
        <div className={styles.actions}>
          <Button
            type="primary"
            disabled={unsaved || (draft && (mine || !tried))}
            loading={act.isPending}
            onClick={force}
          >
            {draft ? t.force : t.forceAgain}
          </Button>
          {draft && <Button onClick={() => setDropping(true)}>{t.drop}</Button>}
          {draft && <span className={styles.soft}>{mine ? t.second : tried ? '' : t.notTried}</span>}
        </div>
      )}
      {dropping && (
        <ReasonDialog
          title={t.drop}
          reason={t.reason}
          cancel={t.cancel}
          saving={act.isPending}
          onClose={() => setDropping(false)}
          onSay={(reason) =>
            act.mutate(
              { act: 'drop', version, revision, reason },
              {
                onSuccess: () => {
                  setDropping(false)
                  message.success(t.dropped)
                },
              },
            )
          }
        />
      )}
    </div>
  )
}

function row(policy: Policy): number {
  return policy.row.version
}
