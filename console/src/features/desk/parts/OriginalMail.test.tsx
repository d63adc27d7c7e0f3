import { fireEvent, screen } from '@testing-library/react'
import type { OriginalMail } from '../../../api/types'
import { answer, renderPage, someone } from '../../../test/render'
import { CarriedBy } from './ChannelBar'
import { framed, OriginalMailLink } from './OriginalMail'

const mail: OriginalMail = {
  subject: '查询快递',
  from: 'z***@customer.example',
  to: 's***@service.example',
  at: '2026-11-30T02:00:00Z',
  html: '<p>到哪了</p><script>alert(1)</script>',
  attachments: ['box.png', 'winmail.dat'],
  remoteImages: 2,
}

function show(channel: 'EMAIL' | 'WECHAT') {
  return renderPage(
    <CarriedBy value={{ conversation: 'c', channel, accountName: '客服', limits: null, deliveries: [] }}>
      <OriginalMailLink seq={3} />
    </CarriedBy>,
    '/desk',
    someone('desk.work'),
  )
}

describe('the mail behind an entry', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('opens in a frame that may do nothing', async () => {
    const asked: string[] = []
    vi.stubGlobal(
      'fetch',
      vi.fn(async (url: string) => {
        asked.push(url)
        return answer(mail)
      }),
    )
    show('EMAIL')
    fireEvent.click(screen.getByRole('button', { name: '查看原邮件' }))
    const frame = await screen.findByTitle('查看原邮件')
    expect(asked).toEqual(['/api/v1/desk/conversations/c/mails/3'])
    expect(frame.getAttribute('sandbox')).toBe('')
    expect(frame.getAttribute('srcdoc')).toBe(framed(mail.html))
    expect(screen.getByText('box.png、winmail.dat')).toBeInTheDocument()
    expect(screen.getByText('为保护隐私，没有加载 2 张外部图片。')).toBeInTheDocument()
  })

  it('says what the frame may load before anything of the mail', () => {
    expect(framed(mail.html).indexOf("default-src 'none'")).toBeLessThan(framed(mail.html).indexOf('<p>'))
  })

  it('is not offered where the conversation is no mail', () => {
    show('WECHAT')
    expect(screen.queryByRole('button', { name: '查看原邮件' })).toBeNull()
  })
})
