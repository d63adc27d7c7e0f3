import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { putAnswer } from './query'

const KEY = ['appeal', '1']

describe('the answer of a step', () => {
  it('is not undone by what was read before it and came later', async () => {
    const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
    const reads: ((state: string) => void)[] = []
    const queryFn = () => new Promise<string>((resolve) => reads.push(resolve))
    const stop = new QueryObserver(client, { queryKey: KEY, queryFn }).subscribe(() => {})
    reads[0]?.('CHECKED')
    await vi.waitFor(() => expect(client.getQueryData(KEY)).toBe('CHECKED'))
    void client.invalidateQueries({ queryKey: KEY })
    await vi.waitFor(() => expect(reads).toHaveLength(2))

    putAnswer(client, KEY, 'SENT')
    expect(client.getQueryData(KEY)).toBe('SENT')
    reads[1]?.('CHECKED')
    await vi.waitFor(() => expect(reads).toHaveLength(3))
    expect(client.getQueryData(KEY)).toBe('SENT')
    reads[2]?.('CLOSED')
    await vi.waitFor(() => expect(client.getQueryData(KEY)).toBe('CLOSED'))
    stop()
  })
})
