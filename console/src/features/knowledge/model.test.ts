import type { ArticleBody } from '../../api/types'
import { blank, differences, differing, questionsOf, textFor } from './model'

const body: ArticleBody = {
  ...blank('改地址'),
  text: '自己的',
  variants: [
    { unit: null, channel: 'SMS', text: '短信', english: null },
    { unit: 'R05', channel: null, text: '华南', english: null },
    { unit: 'P44', channel: null, text: '广东', english: null },
    { unit: 'P44', channel: 'SMS', text: '广东短信', english: null },
  ],
}

describe('the text that counts', () => {
  it('is that of the nearest unit, then of the channel, as the server chooses it', () => {
    const outlet = ['O1', 'P44', 'R05', 'HQ']
    expect(textFor(body, outlet, 'SMS').text).toBe('广东短信')
    expect(textFor(body, outlet, 'CHAT').text).toBe('广东')
    expect(textFor(body, ['R05', 'HQ'], 'SMS').text).toBe('华南')
    expect(textFor(body, ['R01', 'HQ'], 'SMS').text).toBe('短信')
    expect(textFor(body, ['R01', 'HQ'], 'CHAT').text).toBe('自己的')
    expect(textFor(body, [], null).text).toBe('自己的')
  })
})

describe('a comparison', () => {
  it('names the parts that say something else', () => {
    expect(differing(body, { ...body, title: '改址', similar: ['x'] })).toEqual(['title', 'similar'])
    expect(differing(body, structuredClone(body))).toEqual([])
  })

  it('tells what was taken out from what was put in', () => {
    expect(differences('七日内处理', '三日内处理并告知')).toEqual([
      { text: '七', kind: 'gone' },
      { text: '三', kind: 'new' },
      { text: '日内处理', kind: 'same' },
      { text: '并告知', kind: 'new' },
    ])
    expect(differences('', '新')).toEqual([{ text: '新', kind: 'new' }])
    expect(differences('同', '同')).toEqual([{ text: '同', kind: 'same' }])
    const both = differences('a😀b', 'a😁b')
    expect(
      both
        .filter((one) => one.kind !== 'new')
        .map((one) => one.text)
        .join(''),
    ).toBe('a😀b')
    expect(
      both
        .filter((one) => one.kind !== 'gone')
        .map((one) => one.text)
        .join(''),
    ).toBe('a😁b')
  })
})

it('takes one question a line', () => {
  expect(questionsOf(' 一 \n\n二\n')).toEqual(['一', '二'])
})
