import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { ApiProblem } from '../../../api/problem'
import { sayProblem } from '../../../shared/problems'
import { EmptyState, PageFrame, Section } from '../../../shared/ui'
import { useAssess } from '../api'
import { AssessmentBox } from '../parts/AssessmentBox'
import { FactsFields } from '../parts/FactsFields'
import { type FactsValues, factsOf, freshFacts } from '../parts/factsValues'
import styles from './Calculator.module.css'
import { calculatorCopy } from './copy'

type Values = FactsValues & { waybill?: string }

/** What a case would come to, for an agent on the phone; nothing of it is kept. */
export default function CalculatorPage() {
  const t = calculatorCopy.use()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [form] = Form.useForm<Values>()
  const [old, setOld] = useState(false)
  const assess = useAssess()

  function submit(values: Values) {
    const waybill = values.waybill?.trim() || null
    assess.mutate(
      { waybill, what: factsOf(values, freshFacts(values.kind, null)) },
      {
        onSuccess: () => setOld(false),
        onError: (problem) => {
          if (problem instanceof ApiProblem && problem.status === 404) {
            form.setFields([{ name: 'waybill', errors: [t.unfound] }])
          } else message.error(sayProblem(problem))
        },
      },
    )
  }

  return (
    <PageFrame title={t.title} actions={<Button onClick={() => void navigate('/claims')}>{t.back}</Button>}>
      <p className={styles.hint}>{t.hint}</p>
      <div className={styles.page}>
        <Section title={t.facts}>
          <Form<Values>
            form={form}
            layout="vertical"
            initialValues={{ kind: 'LOSS' }}
            onFinish={submit}
            onValuesChange={() => setOld(true)}
          >
            <Form.Item name="waybill" label={t.waybill} extra={t.waybillHint}>
              <Input autoFocus maxLength={40} className="tabular" />
            </Form.Item>
            <FactsFields form={form} />
            <Button type="primary" htmlType="submit" loading={assess.isPending}>
              {t.compute}
            </Button>
          </Form>
        </Section>
        <div aria-live="polite" className={styles.answer}>
          {assess.data === undefined ? (
            <EmptyState title={t.notYet} />
          ) : (
            <>
              {old && <p className={styles.hint}>{t.old}</p>}
              <AssessmentBox assessment={assess.data} />
            </>
          )}
        </div>
      </div>
    </PageFrame>
  )
}
