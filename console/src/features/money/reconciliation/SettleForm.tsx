import { App, Button, Form, Input, Radio } from 'antd'
import { ApiProblem } from '../../../api/problem'
import type { Difference, Settling } from '../../../api/types'
import { sayProblem } from '../../../shared/problems'
import { Section } from '../../../shared/ui'
import { useMe } from '../../identity'
import detail from '../parts/Detail.module.css'
import { useSettle } from './api'
import { reconciliationCopy } from './copy'
import styles from './Reconciliation.module.css'

/**
 * Says what is right of a difference, never without a reason. Of a large amount the first to say so proposes, and somebody else who says the
 * same settles; the server, which knows from what amount on and who is who, has the last word.
 */
export function SettleForm({ difference, onDone }: { difference: Difference; onDone: () => void }) {
  const t = reconciliationCopy.use()
  const s = t.settle
  const { message } = App.useApp()
  const [form] = Form.useForm<Settling>()
  const settle = useSettle(difference.id)
  const proposed = difference.state === 'PROPOSED' ? difference.verdict : null
  const chosen = Form.useWatch('verdict', form)

  function submit({ verdict, words }: Settling) {
    settle.mutate(
      { verdict, words: words.trim() },
      {
        onSuccess: ({ state }) => {
          message.success(state === 'PROPOSED' ? s.proposed : s.done)
          onDone()
        },
        onError: (problem) =>
          message.error(
            problem instanceof ApiProblem && problem.code === 'SECOND_PERSON'
              ? s.needsAnother
              : sayProblem(problem),
          ),
      },
    )
  }

  return (
    <>
      {proposed !== null && <Proposal difference={difference} />}
      <Section title={s.title}>
        <Form<Settling>
          form={form}
          layout="vertical"
          onFinish={submit}
          initialValues={{
            verdict: proposed ?? (difference.possible.length === 1 ? difference.possible[0] : undefined),
            words: '',
          }}
        >
          <Form.Item name="verdict" label={s.verdict} rules={[{ required: true, message: s.choose }]}>
            <Radio.Group>
              <div className={styles.verdicts}>
                {difference.possible.map((verdict) => (
                  <Radio key={verdict} value={verdict}>
                    {t.verdicts[verdict]}
                    <span className={styles.means}>{t.verdictMeans[verdict]}</span>
                  </Radio>
                ))}
              </div>
            </Radio.Group>
          </Form.Item>
          <Form.Item
            name="words"
            label={s.words}
            extra={s.wordsHint}
            rules={[{ required: true, whitespace: true, message: s.required }]}
          >
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={500} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={settle.isPending}>
            {proposed !== null && chosen === proposed ? s.second : s.confirm}
          </Button>
        </Form>
      </Section>
    </>
  )
}

/** What the first person said, and that a second one is awaited. */
function Proposal({ difference }: { difference: Difference }) {
  const t = reconciliationCopy.use()
  const me = useMe()
  const { verdict, words, proposedBy } = difference
  if (verdict === null || proposedBy === null) return null
  return (
    <div className={detail.notice}>
      <p>{t.proposal(proposedBy, t.verdicts[verdict])}</p>
      {words !== null && <p>{t.because(words)}</p>}
      {proposedBy === me.name && <p>{t.yours}</p>}
    </div>
  )
}
