import { readFileSync } from 'node:fs'
import type { Reply } from '../../api/types'
import { forbiddenIn } from './promises'
import { asked, fill, matching, replaceAsked, unfilled, unknownIn } from './quickReplies'

/** The rows with which a new installation begins. */
const PACKAGED: Reply[] = [
  ...readFileSync('../app/src/main/resources/db/migration/desk/V3__guests_and_replies.sql', 'utf8').matchAll(
    /\((\d+), '([^']+)', '([^']+)'\)/g,
  ),
].map(([, number, code, text]) => ({
  id: number ?? '',
  unit: null,
  code: code ?? '',
  text: text ?? '',
  position: Number(number),
  mayEdit: false,
  version: 1,
}))

describe('what must not be promised', () => {
  it.each([
    '您放心，保证今天一定送到',
    '保证 今天 一定 到',
    '今天肯定给您派送',
    '这个肯定赔',
    '我们会全额赔偿的',
    '保证不会丢',
    '爱投诉就投诉',
  ])('asks once more before: %s', (text) => expect(forbiddenIn(text)).not.toEqual([]))

  it.each([
    '已催促网点，预计今天派送，有进展告诉您',
    '理赔需要核实责任和价值，请把凭证发给我',
    '请问还有其他可以帮您的吗？',
    '快件一到网点就安排派送',
    '很抱歉，我们不能保证今天送到',
  ])('lets through: %s', (text) => expect(forbiddenIn(text)).toEqual([]))

  it('lets every quick reply through with which one begins', () => {
    expect(PACKAGED).toHaveLength(11)
    for (const reply of PACKAGED) {
      expect(forbiddenIn(reply.text)).toEqual([])
      expect(unknownIn(reply.text)).toEqual([])
    }
  })

  it('names each once, and not a second rule over the same words', () => {
    expect(forbiddenIn('保证今天一定送到').map((one) => one.words)).toEqual(['保证今天一定送到'])
    expect(forbiddenIn('肯定赔，肯定赔')).toEqual([{ words: '肯定赔', kind: 'COMPENSATION' }])
  })
})

describe('quick replies', () => {
  it('begin with a slash at the start of a word and nowhere else', () => {
    expect(asked('/')).toBe('')
    expect(asked('您好 /查')).toBe('查')
    expect(asked('https://a.cn/查')).toBeNull()
    expect(asked('11/30')).toBeNull()
    expect(asked('/查件 ')).toBeNull()
  })

  it('are found by code first, then by what they say', () => {
    expect(matching(PACKAGED, '查')[0]?.code).toBe('查件')
    expect(matching(PACKAGED, '包装').map((reply) => reply.code)).toEqual(['理赔'])
    expect(matching(PACKAGED, '没有这样的')).toEqual([])
  })

  it('give way to nearer ones of the same code', () => {
    const own = { ...PACKAGED[0], id: 'own', code: '查件', text: '我来查' } as Reply
    expect(matching([own, ...PACKAGED], '查件').map((reply) => reply.id)).toEqual(['own'])
    expect(unknownIn('{客户}您好，{手机号}')).toEqual(['{手机号}'])
  })

  it('put in what is known and leave the rest to be seen', () => {
    expect(fill('{客户}您好，我是{坐席}，{运单号}', { 客户: '王女士', 坐席: '林晓' })).toBe(
      '王女士您好，我是林晓，{运单号}',
    )
    expect(unfilled('{运单号} 和 {运单号}，{别的}')).toEqual(['{运单号}'])
  })

  it('take the place of what was typed, wherever the cursor stands', () => {
    expect(replaceAsked('您好 /查，谢谢', 5, '请稍等')).toEqual({ text: '您好 请稍等，谢谢', cursor: 6 })
    expect(replaceAsked('您好', 2, '！')).toEqual({ text: '您好！', cursor: 3 })
  })
})
