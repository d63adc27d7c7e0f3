import { defineCopy } from '../../../shared/i18n'

export const calculatorCopy = defineCopy(
  {
    button: '试算',
    title: '理赔试算',
    hint: '只算给您看，什么都不会保存，也不会通知客户。',
    back: '回到赔案',
    waybill: '运单号',
    waybillHint: '填了就按这件的收寄、承诺和签收时间，以及申报价值来算；不填只按下面的案情算。',
    facts: '案情',
    compute: '算一算',
    notYet: '填好案情，算出的金额和理由会出现在这里。',
    old: '案情改过了，请再算一次。',
    unfound: '查不到这件包裹，或不在您的范围内。',
  },
  {
    button: 'Calculator',
    title: 'What would be owed',
    hint: 'Only computed for you to see: nothing is kept, and nobody is told.',
    back: 'Back to the claims',
    waybill: 'Waybill',
    waybillHint:
      'With it, the times and the declared value of the parcel count; without, only the facts below.',
    facts: 'Facts of the case',
    compute: 'Compute',
    notYet: 'Fill in the facts; the amount and the reasons appear here.',
    old: 'The facts have changed since. Compute again.',
    unfound: 'There is no such parcel, or it is not within your reach.',
  },
)
