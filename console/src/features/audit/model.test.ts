import type { AuditLine } from '../../api/types'
import { readFilters, saySentence, toQuery, writeFilters } from './model'

function line(
  action: string,
  subjectKind: string,
  subjectId: string,
  detail: Record<string, unknown>,
): AuditLine {
  return {
    id: '1',
    at: '2026-03-10T06:20:00Z',
    by: { kind: 'PERSON', id: 'p1', name: '林晓' },
    address: '10.0.0.1',
    action,
    subjectKind,
    subjectId,
    unitPath: '/',
    detail,
  }
}

describe('the audit trail', () => {
  it('reads as sentences', () => {
    const unmasked = line('UNMASKED', 'PARCEL', 'YT1', { field: 'recipient.phone', reason: '联系客户' })
    expect(saySentence(unmasked)).toBe('林晓 看了运单 YT1 的收件人电话，理由：联系客户')
    expect(saySentence(line('PERSON_ADDED', 'PERSON', '0195-uuid', { username: 'hedayong' }))).toBe(
      '林晓 新增人员：hedayong',
    )
    expect(saySentence(line('PASSWORD_RESET', 'PERSON', '0195-uuid', {}))).toBe('林晓 重置别人的密码')
    expect(saySentence(line('LIMIT_SET', 'LIMIT', '8', { hours: 80, reason: '冬季封路' }))).toContain(
      '80 小时',
    )
  })

  it('names the system, partners and visitors', () => {
    const failed = {
      ...line('SIGN_IN_FAILED', 'PERSON', 'x', {}),
      by: { kind: 'VISITOR' as const, id: null, name: '-' },
    }
    expect(saySentence(failed)).toBe('未登录的人 登录失败')
  })

  it('keeps its filters in the address', () => {
    const filters = {
      actor: 'p1',
      actorName: '林晓',
      action: 'UNMASKED',
      from: '2026-03-09T16:00:00.000Z',
      until: null,
    }
    expect(readFilters(writeFilters(filters))).toEqual(filters)
    expect(toQuery(filters)).toEqual({
      actor: 'p1',
      action: 'UNMASKED',
      from: '2026-03-09T16:00:00.000Z',
      until: null,
    })
  })
})
