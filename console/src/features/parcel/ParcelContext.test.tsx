import { screen } from '@testing-library/react'
import { answer, renderPage, someone } from '../../test/render'
import ParcelContext from './parts/ParcelContext'

function show(status: number) {
  vi.stubGlobal(
    'fetch',
    vi.fn(async () =>
      answer({ status, code: status === 404 ? 'NOT_FOUND' : 'FORBIDDEN', detail: '' }, status),
    ),
  )
  return renderPage(<ParcelContext waybill="YT1" />, '/', someone('parcel.read'))
}

describe('a parcel beside a conversation', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('is a sentence where nobody knows it, and an error only where something is wrong', async () => {
    const { unmount } = show(404)
    expect(await screen.findByText('查不到 YT1')).toBeVisible()
    expect(screen.queryByRole('button')).toBeNull()
    unmount()
    show(403)
    expect(await screen.findByRole('alert')).toBeVisible()
    expect(screen.queryByText('查不到 YT1')).toBeNull()
  })
})
