import { screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, renderPage } from '../../test/render'
import { Stream } from './parts/Stream'

const OPEN = {
  state: 'OPEN',
  written: 9,
  behind: 0,
  parcels: 1_234_567,
  bytes: 55_000_000,
  findings: 3,
  picked: 12,
  toPick: 0,
  senders: 0,
  missing: 0,
  troubles: [],
}

afterEach(() => vi.unstubAllGlobals())

function says(state: object) {
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => answer(state)),
  )
}

describe('the network’s stream', () => {
  it('says how many parcels are watched and what that takes', async () => {
    says(OPEN)
    renderPage(<Stream />)
    expect(await screen.findByText('1,234,567')).toBeInTheDocument()
    expect(screen.getByText('占内存 55 MB')).toBeInTheDocument()
    expect(screen.getByText('正常接收')).toBeInTheDocument()
  })

  it('names trouble in words', async () => {
    says({ ...OPEN, state: 'FULL', troubles: ['No space left'] })
    renderPage(<Stream />)
    expect(await screen.findByRole('alert')).toHaveTextContent('No space left')
    expect(screen.getByText('磁盘已满')).toBeInTheDocument()
  })

  it('says whether calls that gateways number are missing, where any do', async () => {
    says(OPEN)
    const { unmount } = renderPage(<Stream />)
    expect(await screen.findByText('正常接收')).toBeInTheDocument()
    expect(screen.queryByText('没收到的批次')).toBeNull()
    unmount()
    says({ ...OPEN, senders: 3, missing: 2 })
    renderPage(<Stream />)
    expect(await screen.findByText('没收到的批次')).toBeInTheDocument()
    expect(screen.getByText('3 个网关给批次编了号，后面的已到，这些还没到')).toBeInTheDocument()
  })

  it('is not there where nothing is streamed', async () => {
    says({ ...OPEN, state: 'CLOSED', parcels: 0, picked: 0 })
    const { client } = renderPage(<Stream />)
    await vi.waitFor(() => expect(client.getQueryState(['stream'])?.status).toBe('success'))
    expect(screen.queryByText('全网扫描流')).toBeNull()
  })
})
