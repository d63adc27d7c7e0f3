import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { answer, renderPage } from '../../test/render'
import { ImportDrawer } from './ImportDrawer'

const clean = { dryRun: true, rows: 3, created: 2, updated: 1, unchanged: 0, errors: [] }
const wrong = {
  ...clean,
  errors: [{ row: 4, field: 'parent', value: 'C9999', code: 'UNKNOWN_PARENT', message: 'No such unit.' }],
}

function open(...reports: unknown[]) {
  const asked: string[] = []
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string) => {
      if (!url.includes('/import')) return answer({})
      asked.push(url)
      return answer(reports.shift())
    }),
  )
  const imported = vi.fn()
  renderPage(
    <ImportDrawer
      open
      title="导入组织"
      path="/network/import"
      columns={[{ name: 'code', meaning: '单位编码', required: true }]}
      templateName="network.csv"
      onClose={() => undefined}
      onImported={imported}
    />,
  )
  return { asked, imported }
}

async function drop() {
  const input = document.querySelector('input[type=file]')
  if (!(input instanceof HTMLInputElement)) throw new Error('no file input')
  await userEvent.upload(input, new File(['code\nA'], 'units.csv', { type: 'text/csv' }))
}

describe('importing a file', () => {
  beforeEach(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: jsdom has no cookieStore
    document.cookie = 'XSRF-TOKEN=t'
  })
  afterEach(() => vi.unstubAllGlobals())

  it('shows every error by row and does not let a wrong file in', async () => {
    const { asked } = open(wrong)
    await drop()
    expect(await screen.findByText('没有这个上级单位。')).toBeVisible()
    expect(screen.getByText('C9999')).toBeVisible()
    expect(screen.getByRole('button', { name: '导入' })).toBeDisabled()
    expect(asked).toEqual(['/api/v1/network/import?dryRun=true'])
  })

  it('writes a clean file only after it was checked and confirmed', async () => {
    const { asked, imported } = open(clean, { ...clean, dryRun: false })
    await drop()
    await userEvent.click(await screen.findByRole('button', { name: '导入' }))
    await vi.waitFor(() => expect(imported).toHaveBeenCalled())
    expect(asked).toEqual(['/api/v1/network/import?dryRun=true', '/api/v1/network/import?dryRun=false'])
  })
})
