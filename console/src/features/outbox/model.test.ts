import { describe, expect, it } from 'vitest'
import { en } from './copy/en'
import { zh } from './copy/zh-CN'
import { CHANNELS, known, MEANING, STATES, sayReason } from './model'

describe('O1 what became of a message, in words', () => {
  it('says every state and every reason in both languages', () => {
    expect(Object.keys(MEANING)).toEqual(expect.arrayContaining([...STATES]))
    expect(Object.keys(zh.state).sort()).toEqual([...STATES].sort())
    expect(Object.keys(en.reason)).toEqual(Object.keys(zh.reason))
  })

  it('puts a reason into words and shows a code of a provider as it is', () => {
    const say = (code: string) => sayReason(code, zh.reason, zh.gaveUpAfter)
    expect(say('TIMEOUT')).toBe(zh.reason.TIMEOUT)
    expect(say('GAVE_UP NOT_REACHED')).toBe(zh.gaveUpAfter(zh.reason.NOT_REACHED))
    expect(say('isv.MOBILE_NUMBER_ILLEGAL')).toBe(zh.reason.MOBILE_NUMBER_ILLEGAL)
    expect(say('HTTP_503')).toBe('HTTP 503')
    expect(say('MK:0012')).toBe('MK:0012')
  })

  it('takes only words it knows from the address', () => {
    expect(known(CHANNELS, 'SMS')).toBe('SMS')
    expect(known(CHANNELS, 'sms')).toBeNull()
    expect(known(STATES, null)).toBeNull()
  })
})
