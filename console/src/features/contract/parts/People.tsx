import { DeleteOutlined } from '@ant-design/icons'
import { App, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import type { ContractPersonClear } from '../../../api/types'
import { sayProblem } from '../../../shared/problems'
import { ReasonDialog } from '../../../shared/ui'
import { useUnmaskPerson } from '../api'
import styles from '../ContractsPage.module.css'
import { contractCopy } from '../copy'
import { ON_ACCOUNT, type WrittenAddress, type WrittenPerson } from '../fields'

const KINDS: WrittenAddress['kind'][] = ['PHONE', 'EMAIL', 'WECHAT', 'APP', 'PARTNER']

/** Those who speak for it, and by what they are known. */
export function People({ contract, locked }: { contract: string | null; locked: boolean }) {
  const t = contractCopy.use()
  return (
    <>
      <h3 className={styles.title}>{t.people}</h3>
      <p className={styles.hint}>{t.peopleHint}</p>
      <Form.List name="people">
        {(people, { add, remove }) => (
          <>
            {people.map(({ key, name }) => (
              <Person key={key} at={name} contract={contract} locked={locked} onRemove={() => remove(name)} />
            ))}
            {!locked && (
              <Button
                size="small"
                onClick={() => add({ id: null, addresses: [{ id: null, kind: 'PHONE' }] } as WrittenPerson)}
              >
                {t.addPerson}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </>
  )
}

interface PersonProps {
  at: number
  contract: string | null
  locked: boolean
  onRemove: () => void
}

function Person({ at, contract, locked, onRemove }: PersonProps) {
  const t = contractCopy.use()
  const form = Form.useFormInstance()
  const person: WrittenPerson | undefined = form.getFieldValue(['people', at])
  const masked = person?.masked
  return (
    <div className={styles.person}>
      <div className={styles.row}>
        <Form.Item
          name={[at, 'name']}
          label={t.personName}
          rules={masked === undefined ? [{ required: true, whitespace: true, message: t.required }] : []}
        >
          <Input maxLength={40} placeholder={masked && (locked ? masked : t.nameKept(masked))} />
        </Form.Item>
        <Form.Item name={[at, 'role']} label={t.role}>
          <Input maxLength={40} placeholder={t.roleHint} />
        </Form.Item>
      </div>
      <Form.List name={[at, 'addresses']}>
        {(addresses, { add, remove }) => (
          <>
            {addresses.map(({ key, name }) => (
              <Address key={key} person={at} at={name} locked={locked} onRemove={() => remove(name)} />
            ))}
            {!locked && (
              <div className={styles.acts}>
                <Button
                  size="small"
                  type="link"
                  onClick={() => add({ id: null, kind: 'PHONE' } as WrittenAddress)}
                >
                  {t.addAddress}
                </Button>
                {contract !== null && person?.id != null && <Reveal contract={contract} person={person.id} />}
                <Button size="small" type="link" danger onClick={onRemove}>
                  {t.removePerson(masked ?? '')}
                </Button>
              </div>
            )}
          </>
        )}
      </Form.List>
    </div>
  )
}

interface AddressProps {
  person: number
  at: number
  locked: boolean
  onRemove: () => void
}

function Address({ person, at, locked, onRemove }: AddressProps) {
  const t = contractCopy.use()
  const form = Form.useFormInstance()
  const address: WrittenAddress | undefined = Form.useWatch(['people', person, 'addresses', at], {
    form,
    preserve: true,
  })
  if (address === undefined) return null
  const remove = !locked && (
    <Button
      type="text"
      icon={<DeleteOutlined />}
      aria-label={t.removeAddress(address.label ?? '')}
      onClick={onRemove}
    />
  )
  if (address.id !== null) {
    return (
      <div className={styles.row}>
        <span className={styles.known}>
          {t.kind[address.kind]} <span className="tabular">{address.label}</span>
          {address.account !== null && <span className={styles.soft}> · {address.account}</span>}
        </span>
        {remove}
      </div>
    )
  }
  return (
    <div className={styles.row}>
      <Form.Item name={[at, 'kind']} className={styles.kind}>
        <Select aria-label={t.kindTitle} options={KINDS.map((value) => ({ value, label: t.kind[value] }))} />
      </Form.Item>
      <Form.Item name={[at, 'value']} rules={[{ required: true, whitespace: true, message: t.required }]}>
        <Input maxLength={200} aria-label={t.value} placeholder={t.value} autoComplete="off" />
      </Form.Item>
      {ON_ACCOUNT.includes(address.kind) && (
        <Form.Item name={[at, 'account']}>
          <Input maxLength={60} aria-label={t.onAccount} placeholder={t.onAccount} />
        </Form.Item>
      )}
      {remove}
    </div>
  )
}

/** Shows somebody in clear, with a reason that is recorded. */
function Reveal({ contract, person }: { contract: string; person: string }) {
  const t = contractCopy.use()
  const { message } = App.useApp()
  const unmask = useUnmaskPerson(contract)
  const [asking, setAsking] = useState(false)
  const [clear, setClear] = useState<ContractPersonClear | null>(null)
  if (clear !== null) {
    return (
      <span className={styles.clear}>
        <strong>{clear.name}</strong>{' '}
        {clear.addresses.map((address) => `${t.kind[address.kind]} ${address.value}`).join(' · ')}
      </span>
    )
  }
  return (
    <>
      <Button size="small" type="link" onClick={() => setAsking(true)}>
        {t.reveal}
      </Button>
      {asking && (
        <ReasonDialog
          title={t.reveal}
          reason={t.revealReason}
          cancel={t.cancel}
          saving={unmask.isPending}
          onSay={(reason) =>
            unmask.mutate(
              { person, reason },
              {
                onSuccess: (shown) => {
                  setClear(shown)
                  setAsking(false)
                },
                onError: (problem) => message.error(sayProblem(problem)),
              },
            )
          }
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
