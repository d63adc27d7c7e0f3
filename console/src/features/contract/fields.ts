import dayjs, { type Dayjs } from 'dayjs'
import type { ContractDetail, ContractFields } from '../../api/types'

/** What the form holds: the contract as it is written, with what is shown of those whose names are masked. */
export interface Written {
  code: string
  name: string
  unit: string
  validFrom: Dayjs
  validTo: Dayjs | null
  state: ContractFields['state']
  terms: Omit<ContractFields['terms'], 'agents' | 'compensation'> & {
    agents: string[]
    compensation: Compensation
  }
  people: WrittenPerson[]
  accounts: ContractFields['accounts']
}

export type Compensation = NonNullable<ContractFields['terms']['compensation']>

const NO_COMPENSATION: Compensation = {
  agreed: true,
  insuredToo: false,
  kinds: [],
  fixedFen: null,
  feePerMille: null,
  capFen: null,
}

/** Null where nothing is said that would change what the standard says. */
function compensationOf(written: Compensation): Compensation | null {
  const { fixedFen, feePerMille, capFen } = written
  if ((fixedFen ?? feePerMille ?? capFen) == null) return null
  return {
    agreed: written.agreed,
    insuredToo: written.insuredToo,
    kinds: written.kinds ?? [],
    fixedFen: fixedFen ?? null,
    feePerMille: feePerMille ?? null,
    capFen: capFen ?? null,
  }
}

export interface WrittenPerson {
  id: string | null
  /** As it is shown; the name itself is written only to change it. */
  masked?: string
  name?: string
  role?: string
  addresses: WrittenAddress[]
}

export interface WrittenAddress {
  id: string | null
  kind: ContractFields['people'][number]['addresses'][number]['kind']
  account?: string | null
  value?: string
  label?: string
}

const DAY = 'YYYY-MM-DD'

/** Accounts that are known by themselves only on one of ours. */
export const ON_ACCOUNT: WrittenAddress['kind'][] = ['WECHAT', 'APP', 'PARTNER']

export function begin(detail: ContractDetail | null, unit: string): Written {
  if (detail === null) {
    return {
      code: '',
      name: '',
      unit,
      validFrom: dayjs(),
      validTo: null,
      state: 'ACTIVE',
      terms: {
        answerSeconds: null,
        calendar: null,
        skill: null,
        level: 0,
        agents: [],
        keepSeconds: 30,
        notes: '',
        compensation: NO_COMPENSATION,
      },
      people: [],
      accounts: [],
    }
  }
  const { contract, people, accounts } = detail
  return {
    code: contract.code,
    name: contract.name,
    unit: contract.unit.code,
    validFrom: dayjs(contract.validFrom),
    validTo: contract.validTo === null ? null : dayjs(contract.validTo),
    state: contract.state,
    terms: { ...contract.terms, compensation: contract.terms.compensation ?? NO_COMPENSATION },
    people: people.map((person) => ({
      id: person.id,
      masked: person.name,
      role: person.role,
      addresses: person.addresses.map((address) => ({ ...address })),
    })),
    accounts,
  }
}

/** What is sent: what was left empty of somebody who is there already stays as it is. */
export function sent(written: Written): ContractFields {
  const { terms } = written
  return {
    name: written.name,
    unit: written.unit,
    validFrom: written.validFrom.format(DAY),
    validTo: written.validTo?.format(DAY) ?? null,
    state: written.state,
    terms: {
      answerSeconds: terms.answerSeconds ?? null,
      calendar: terms.calendar || null,
      skill: terms.skill || null,
      level: terms.level ?? 0,
      agents: terms.agents ?? [],
      keepSeconds: terms.keepSeconds ?? 0,
      notes: terms.notes ?? '',
      compensation: compensationOf(terms.compensation),
    },
    people: (written.people ?? []).map((person) => ({
      id: person.id ?? null,
      name: person.name || null,
      role: person.role ?? '',
      addresses: (person.addresses ?? []).map((address) => ({
        id: address.id ?? null,
        kind: address.kind,
        account: address.account || null,
        value: address.value || null,
      })),
    })),
    accounts: written.accounts ?? [],
  }
}
