import { zh as shared } from '../../../shared/version/copy/zh-CN'

export const zh = {
  ...shared,
  title: '资费与时效',
  noneTitle: '还没有生效的资费',
  none: '在总部批准一个版本之前，谁也查不到价，智能客服也不会报价。软件自带的第 1 版只是样例，请改成自己的价格再批准。',
  versions: '资费版本',
  hint: '改价要先起草新版本，由另一个人批准才生效。已经报出的价不会变。',
  readOnly: '您可以看，不能改。',
  packaged: '软件自带的样例',
  approveHint: '生效后，查价、智能客服和对外查价都按这一版。',
  parts: { products: '产品与价格', zones: '计费区', places: '不通的地方', advice: '寄前建议' },
  anywhere: '任何地方',
  addArea: '加地区',
  removeArea: (name: string) => `去掉${name}`,
}
