import { App, Button, Divider, Drawer, Form, Input, InputNumber, Select, Switch } from 'antd'
import { sayProblem } from '../../../shared/problems'
import { UnitPicker, useUnitName } from '../../../shared/units'
import { identityCopy } from '../../identity'
import { parcelCopy } from '../../parcel'
import { sopCopy } from '../../sop'
import { caseCopy, ticketCopy, useKinds } from '../../ticket'
import { type TriageOutcome, type TriageRule, type TriageWhen, useChangeRules } from '../api'
import { triageCopy } from '../copy'
import styles from '../Triage.module.css'
import { UnitsInput } from './UnitsInput'

interface Values {
  name: string
  active: boolean
  when: Partial<TriageWhen>
  outcome: Partial<TriageOutcome>
}

/** Those who can be given tickets. */
const ROLES = ['AGENT', 'TEAM_LEAD', 'DISPATCHER', 'OUTLET_CLERK', 'CLAIMS_OFFICER'] as const

const options = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** One rule: which tickets it is about, and what follows. */
export function RuleDrawer({
  rule,
  revision,
  onClose,
}: {
  rule: TriageRule | null
  revision: number
  onClose: () => void
}) {
  const t = triageCopy.use()
  const { message } = App.useApp()
  const roles = identityCopy.use().roles
  const [form] = Form.useForm<Values>()
  const change = useChangeRules()
  const owner = Form.useWatch(['outcome', 'owner'], form)
  const named = useUnitName(rule?.outcome.unit ?? null)
  const known = rule?.outcome.unit ? { code: rule.outcome.unit, name: named, kind: 'OUTLET' as const } : null

  function submit({ name, active, when, outcome }: Values) {
    const names = outcome.owner === 'UNIT' || outcome.owner === 'DESK'
    change.mutate(
      {
        revision,
        change: {
          do: 'save',
          id: rule?.id ?? null,
          name,
          active,
          when: { ...NOTHING, ...when, urgent: when.urgent ?? null, repeats: when.repeats ?? 0 },
          outcome: {
            owner: outcome.owner ?? null,
            unit: names ? (outcome.unit ?? null) : null,
            urgent: outcome.urgent ?? null,
            role: outcome.role ?? null,
          },
        },
      },
      {
        onSuccess: () => {
          message.success(t.saved)
          onClose()
        },
        onError: (problem) => message.error(sayProblem(problem)),
      },
    )
  }

  return (
    <Drawer
      open
      size="min(520px, 100vw)"
      title={rule === null ? t.add : t.edit}
      onClose={onClose}
      footer={
        <Button type="primary" loading={change.isPending} onClick={() => form.submit()}>
          {t.save}
        </Button>
      }
    >
      <Form<Values>
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={
          rule === null ? { active: true, when: {}, outcome: {} } : { ...rule, outcome: clean(rule.outcome) }
        }
      >
        <Form.Item
          name="name"
          label={t.name}
          extra={t.nameHint}
          rules={[{ required: true, whitespace: true, message: t.required }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="active" label={t.active} valuePropName="checked">
          <Switch />
        </Form.Item>
        <Divider>{t.when}</Divider>
        <Conditions />
        <Divider>{t.outcome}</Divider>
        <p className={styles.soft}>{t.thenHint}</p>
        <Form.Item name={['outcome', 'owner']} label={t.owner}>
          <Select allowClear options={options(t.owners)} />
        </Form.Item>
        {(owner === 'UNIT' || owner === 'DESK') && (
          <Form.Item
            name={['outcome', 'unit']}
            label={owner === 'UNIT' ? t.unit : t.deskUnit}
            rules={owner === 'UNIT' ? [{ required: true, message: t.required }] : []}
          >
            <UnitPicker placeholder={t.unit} known={known} />
          </Form.Item>
        )}
        <Form.Item
          name={['outcome', 'urgent']}
          label={t.urgent}
          dependencies={[['outcome', 'owner']]}
          rules={[{ required: owner == null, message: t.required }]}
        >
          <Select allowClear options={options(ticketCopy.use().urgentReason)} />
        </Form.Item>
        <Form.Item name={['outcome', 'role']} label={t.role}>
          <Select allowClear options={ROLES.map((value) => ({ value, label: roles[value] }))} />
        </Form.Item>
      </Form>
    </Drawer>
  )
}

/** Nothing asked. */
const NOTHING: TriageWhen = {
  kinds: [],
  sorts: [],
  parcels: [],
  custody: [],
  units: [],
  customers: [],
  keywords: [],
  urgent: null,
  channels: [],
  repeats: 0,
}

/** A null would show as an empty choice; what is not chosen is left out. */
function clean(outcome: TriageOutcome): Partial<TriageOutcome> {
  return Object.fromEntries(Object.entries(outcome).filter(([, value]) => value !== null))
}

function Conditions() {
  const t = triageCopy.use()
  const kinds = useKinds()
  const many: [string, string, { value: string; label: string }[]][] = [
    ['kinds', t.aspect.KIND, kinds.all.map((kind) => ({ value: kind.code, label: kind.name }))],
    ['sorts', t.aspect.SORT, options(sopCopy.use().bizType)],
    ['channels', t.aspect.CHANNEL, options(caseCopy.use().origins)],
    ['parcels', t.aspect.PARCEL, options(parcelCopy.use().status)],
    ['custody', t.aspect.CUSTODY, options(t.custody)],
  ]
  return (
    <>
      {many.map(([name, label, all]) => (
        <Form.Item key={name} name={['when', name]} label={label}>
          <Select
            mode="multiple"
            allowClear
            placeholder={t.any}
            options={all}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Form.Item>
      ))}
      <Form.Item name={['when', 'units']} label={t.aspect.UNIT}>
        <UnitsInput placeholder={t.any} />
      </Form.Item>
      <Form.Item name={['when', 'customers']} label={t.aspect.CUSTOMER}>
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          placeholder={t.any}
          tokenSeparators={[',', '，']}
        />
      </Form.Item>
      <Form.Item name={['when', 'keywords']} label={t.aspect.KEYWORD}>
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          placeholder={t.any}
          tokenSeparators={[',', '，', '、', ' ']}
        />
      </Form.Item>
      <Form.Item name={['when', 'urgent']} label={t.aspect.URGENT}>
        <Select
          allowClear
          placeholder={t.any}
          options={[
            { value: true, label: t.yes },
            { value: false, label: t.no },
          ]}
        />
      </Form.Item>
      <Form.Item name={['when', 'repeats']} label={t.aspect.REPEAT}>
        <InputNumber min={0} max={99} placeholder={t.any} />
      </Form.Item>
    </>
  )
}
