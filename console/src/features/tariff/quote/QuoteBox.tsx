import { Button, Checkbox, DatePicker, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { ApiProblem } from '../../../api/problem'
import type { Quoted } from '../../../api/types'
import { sayProblem } from '../../../shared/problems'
import { Section } from '../../../shared/ui'
import { useQuote } from '../api'
import { sayRight } from '../words/right'
import { plain, sayMoney } from '../words/units'
import { type Asked, toAsk, UNASKED } from './ask'
import { quoteCopy } from './copy'
import { DivisionPicker } from './DivisionPicker'
import styles from './Quote.module.css'
import { QuoteAnswer } from './QuoteAnswer'

const MEASURES = ['lengthMm', 'widthMm', 'heightMm'] as const
const MONEY = ['declaredFen', 'collectedFen'] as const
const TIME = { format: 'YYYY-MM-DD HH:mm', showTime: { format: 'HH:mm', minuteStep: 5 as const } }

/** What a parcel costs and by when it is there, by the prices in force. */
export function QuoteBox() {
  const t = quoteCopy.use()
  const [form] = Form.useForm<Asked>()
  const quote = useQuote()
  const [answer, setAnswer] = useState<Quoted | null>(null)

  function ask() {
    quote.mutate(toAsk(form.getFieldsValue(true)), {
      onSuccess: setAnswer,
      onError: (problem) => {
        // A price for something else than what stands in the form would mislead.
        setAnswer(null)
        if (problem instanceof ApiProblem) {
          form.setFields(
            problem.errors.map((error) => ({ name: error.field as keyof Asked, errors: [sayRight(error)] })),
          )
        }
      },
    })
  }

  return (
    <Section title={t.title}>
      <Form<Asked>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={UNASKED}
        className={styles.form}
        onFinish={ask}
        // What can be wanted comes with an answer, so there is one to count again.
        onValuesChange={(changed) => 'wanted' in changed && form.submit()}
      >
        <div className={styles.ends}>
          {(['from', 'to'] as const).map((end) => (
            <Form.Item key={end} name={end} label={t[end]} rules={[{ required: true, message: t.needed }]}>
              <DivisionPicker name={t[end]} />
            </Form.Item>
          ))}
        </div>
        <div className={styles.fields}>
          <Form.Item name="grams" label={t.grams}>
            <InputNumber min={0.001} step={0.5} precision={3} formatter={plain} />
          </Form.Item>
          {MEASURES.map((edge) => (
            <Form.Item key={edge} name={edge} label={t[edge]}>
              <InputNumber min={0.1} precision={1} formatter={plain} />
            </Form.Item>
          ))}
          {MONEY.map((money) => (
            <Form.Item key={money} name={money} label={t[money]}>
              <InputNumber min={0} precision={2} formatter={plain} />
            </Form.Item>
          ))}
          <Form.Item name="goods" label={t.goods}>
            <Input placeholder={t.goodsHint} maxLength={200} />
          </Form.Item>
          <Form.Item name="at" label={t.at}>
            <DatePicker {...TIME} placeholder={t.atHint} style={{ width: '100%' }} />
          </Form.Item>
        </div>
        {answer !== null && answer.wanted.length > 0 && (
          <Form.Item name="wanted" label={t.wanted}>
            <Checkbox.Group
              options={answer.wanted.map(({ code, name, fen }) => ({
                value: code,
                label: fen === 0 ? t.wantedFree(name) : t.wantedFor(name, sayMoney(fen)),
              }))}
            />
          </Form.Item>
        )}
        <div className={styles.actions}>
          <Button type="primary" htmlType="submit" loading={quote.isPending}>
            {t.quote}
          </Button>
          <span className={styles.soft}>{answer === null ? t.begin : t.again}</span>
        </div>
      </Form>
      {quote.error !== null && <Trouble problem={quote.error} />}
      {answer !== null && (
        <div aria-live="polite" aria-busy={quote.isPending}>
          <QuoteAnswer answer={answer} />
        </div>
      )}
    </Section>
  )
}

function Trouble({ problem }: { problem: Error }) {
  const t = quoteCopy.use()
  // What is wrong in a field stands at the field.
  if (problem instanceof ApiProblem && problem.errors.length > 0) return null
  return (
    <div role="alert" className={styles.trouble}>
      <strong>{problem instanceof ApiProblem && problem.code === 'NO_TARIFF' ? t.noTariff : t.failed}</strong>
      <span>{sayProblem(problem)}</span>
    </div>
  )
}
