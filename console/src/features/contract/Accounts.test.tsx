import { fireEvent, screen } from '@testing-library/react'
import { Form } from 'antd'
import { answer, renderPage, someone } from '../../test/render'
import { Accounts } from './parts/Accounts'

function offered() {
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string) =>
      answer(
        url.includes('/chat/sites')
          ? [{ key: 'shop-a', name: '商城' }]
          : [
              { channel: 'EMAIL', accounts: [{ key: 'vip-desk', name: '大客户邮箱' }] },
              { channel: 'SMS', accounts: [{ key: 'sms-1', name: '短信' }] },
            ],
      ),
    ),
  )
}

function form(channel: string, ...permissions: Parameters<typeof someone>) {
  renderPage(
    <Form initialValues={{ accounts: [{ channel, account: '' }] }}>
      <Accounts locked={false} />
    </Form>,
    '/contracts',
    someone('contract.manage', ...permissions),
  )
  fireEvent.mouseDown(screen.getByLabelText('号码或账号代号'))
}

describe('numbers and accounts of ours', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('are chosen among the chat sites', async () => {
    offered()
    form('CHAT', 'chat.sites', 'channels.manage')
    expect(await screen.findByText('shop-a · 商城')).toBeInTheDocument()
    expect(screen.queryByText(/vip-desk/)).toBeNull()
  })

  it('and among the accounts of their own channel', async () => {
    offered()
    form('EMAIL', 'chat.sites', 'channels.manage')
    expect(await screen.findByText('vip-desk · 大客户邮箱')).toBeInTheDocument()
    expect(screen.queryByText(/sms-1|shop-a/)).toBeNull()
  })

  it('by whoever may see those; others write them', async () => {
    offered()
    form('CHAT')
    fireEvent.change(screen.getByLabelText('号码或账号代号'), { target: { value: 'shop-b' } })
    expect(screen.getByLabelText('号码或账号代号')).toHaveValue('shop-b')
    expect(fetch).not.toHaveBeenCalled()
  })
})
