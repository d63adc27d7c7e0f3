import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { answer, renderPage } from '../../test/render'
import SignInPage, { safeTarget } from './SignInPage'

describe('sign-in', () => {
  afterEach(() => vi.unstubAllGlobals())

  function serve(...answers: Response[]) {
    const fetched = vi.fn<typeof fetch>().mockResolvedValueOnce(answer({ code: 'SIGNED_OUT' }, 401))
    for (const one of answers) fetched.mockResolvedValueOnce(one)
    vi.stubGlobal('fetch', fetched)
    // biome-ignore lint/suspicious/noDocumentCookie: jsdom has no cookieStore
    document.cookie = 'XSRF-TOKEN=t'
  }

  async function signIn() {
    await userEvent.type(await screen.findByLabelText('用户名'), 'linxiao')
    await userEvent.type(screen.getByLabelText('密码'), 'a long pass phrase')
    await userEvent.click(screen.getByRole('button', { name: '登录' }))
  }

  it('says how long a lock-out lasts', async () => {
    serve(answer({ code: 'LOCKED_OUT', retryAfterSeconds: 840 }, 401))
    renderPage(<SignInPage />, '/sign-in')
    await signIn()
    expect(await screen.findByText(/账号已暂时锁定，14 分钟后可以再试/)).toBeInTheDocument()
  })

  it('asks for the code when the account has one', async () => {
    serve(answer({ code: 'TOTP_REQUIRED' }, 401))
    renderPage(<SignInPage />, '/sign-in')
    await signIn()
    expect(await screen.findByText(/打开手机上的验证器/)).toBeInTheDocument()
  })

  it('makes people with a given password choose their own first', async () => {
    serve(
      answer({
        id: 'p',
        name: '林晓',
        roles: [],
        permissions: [],
        locale: 'zh-CN',
        mustChangePassword: true,
      }),
    )
    renderPage(<SignInPage />, '/sign-in')
    await signIn()
    expect(await screen.findByText('先换一个自己的密码')).toBeInTheDocument()
    expect(screen.queryByLabelText('当前密码')).toBeNull()
  })

  it('returns only to addresses of its own', () => {
    expect(safeTarget('/tickets?view=mine')).toBe('/tickets?view=mine')
    expect(safeTarget('//evil.example')).toBe('/')
    expect(safeTarget('https://evil.example')).toBe('/')
    expect(safeTarget(null)).toBe('/')
  })
})
