import { Button, Popconfirm } from 'antd'
import type { BotModel, BotModels } from '../../api/types'
import { sayTime } from '../../shared/time'
import { ErrorState, Section, SkeletonRows, Tag } from '../../shared/ui'
import { sayShare } from '../insight'
import { useForceModel, useLearn, useModels } from './api'
import styles from './BotPage.module.css'
import { botCopy } from './copy'

/** The models: what was learnt, how each did in its examination, which one speaks with customers. */
export function ModelsPart() {
  const t = botCopy.use()
  const { data, error, refetch } = useModels()
  const learn = useLearn()
  const busy = data?.items.some((one) => one.state === 'QUEUED' || one.state === 'LEARNING') ?? false
  return (
    <Section
      title={t.modelsQuestion}
      extra={
        data?.mayForce && (
          <Button type="primary" loading={learn.isPending || busy} onClick={() => learn.mutate()}>
            {busy ? t.learning : t.learn}
          </Button>
        )
      }
    >
      <p className={styles.hint}>{t.modelsHint}</p>
      {error !== null && (
        <ErrorState error={error} over={data !== undefined} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <SkeletonRows rows={3} />}
      {data !== undefined && (
        <ul className={styles.rows}>
          {data.items.map((one) => (
            <Model key={one.version} one={one} all={data} may={data.mayForce} />
          ))}
          <li className={styles.row}>
            <span>
              <strong>{t.packagedModel}</strong> {data.inForce === 0 && <Tag meaning="good">{t.speaks}</Tag>}
            </span>
            {data.mayForce && data.inForce !== 0 && <Force version={0} words={t.backToPackaged} />}
          </li>
        </ul>
      )}
    </Section>
  )
}

function Model({ one, all, may }: { one: BotModel; all: BotModels; may: boolean }) {
  const t = botCopy.use()
  const speaks = all.inForce === one.version
  const before = all.terms.some((term) => term.version === one.version)
  return (
    <li className={styles.row}>
      <span>
        <strong>{t.model(one.version)}</strong>{' '}
        {speaks ? (
          <Tag meaning="good">{t.speaks}</Tag>
        ) : (
          <Tag meaning={one.state === 'REFUSED' || one.state === 'FAILED' ? 'act' : 'plain'}>
            {t.modelStates[one.state]}
          </Tag>
        )}
        <span className={styles.why}>
          {one.examples !== null && `${t.examples(one.examples)} · `}
          {one.askedBy} {sayTime(one.endedAt ?? one.askedAt, Date.now())}
        </span>
        {one.exam.length > 0 && <Exam one={one} />}
      </span>
      {may && one.state === 'PASSED' && !speaks && (
        <Force version={one.version} words={before ? t.speakAgain : t.letSpeak} />
      )}
    </li>
  )
}

function Exam({ one }: { one: BotModel }) {
  const t = botCopy.use()
  return (
    <details open={one.state === 'REFUSED'}>
      <summary>{t.exam}</summary>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t.examLine}</th>
            <th scope="col">{t.own}</th>
            <th scope="col">{one.base === 0 ? t.packagedModel : t.model(one.base ?? 0)}</th>
          </tr>
        </thead>
        <tbody>
          {one.exam.map((line) => (
            <tr key={line.figure} className="tabular">
              <td>
                {t.examLines[line.figure]} {line.worse && <Tag meaning="act">{t.worse}</Tag>}
              </td>
              <td>{sayShare(line.own.right / line.own.all)}</td>
              <td>{sayShare(line.base.right / line.base.all)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function Force({ version, words }: { version: number; words: string }) {
  const t = botCopy.use()
  const force = useForceModel()
  return (
    <Popconfirm
      title={t.forceSure}
      onConfirm={() => force.mutate(version)}
      okText={words}
      cancelText={t.cancel}
    >
      <Button loading={force.isPending}>{words}</Button>
    </Popconfirm>
  )
}
