import { ApiProblem } from '../../../api/problem'
import type { TicketView } from '../../../api/types'
import type { Post, QueuedAnswer } from './model'
import { AnswerQueue } from './queue'
import { memoryStore } from './store'

const photo = () => ({ blob: new Blob(['x'], { type: 'image/jpeg' }), id: null })

function given(more: Partial<QueuedAnswer> = {}): QueuedAnswer {
  return {
    id: 'a1',
    person: 'me',
    ticketId: 't1',
    waybill: 'YT1',
    version: 3,
    known: [],
    kind: 'NOT_FOUND',
    remark: '仓库已找遍',
    until: null,
    misdirectedTo: null,
    photos: [],
    at: 1,
    state: 'WAITING',
    reason: null,
    ...more,
  }
}

function view(more: Partial<TicketView> = {}): TicketView {
  return { id: 't1', version: 4, answers: [], ...more } as TicketView
}

function post(more: Partial<Post> = {}) {
  let photos = 0
  return {
    upload: vi.fn<Post['upload']>(async () => ({ id: `p${++photos}` })),
    answer: vi.fn<Post['answer']>(async () => view()),
    ticket: vi.fn<Post['ticket']>(async () => view()),
    ...(more as object),
  }
}

const offline = () => Promise.reject(new ApiProblem(0, 'OFFLINE'))

describe('the queue of answers', () => {
  it('keeps an answer while the network is away and sends it once when it is back', async () => {
    const server = post({
      answer: vi.fn<Post['answer']>().mockImplementationOnce(offline).mockResolvedValue(view()),
    })
    const queue = new AnswerQueue(server, Promise.resolve(memoryStore()))
    const sent = vi.fn()
    await queue.add(given())
    await queue.flush('me', sent)
    expect(queue.snapshot().items).toHaveLength(1)
    await Promise.all([queue.flush('me', sent), queue.flush('me', sent)])
    expect(server.answer).toHaveBeenCalledTimes(2)
    expect(sent).toHaveBeenCalledTimes(1)
    expect(queue.snapshot().items).toHaveLength(0)
  })

  it('uploads each photo once, also when the second one fails', async () => {
    const upload = vi
      .fn<Post['upload']>()
      .mockResolvedValueOnce({ id: 'p1' })
      .mockImplementationOnce(offline)
      .mockResolvedValueOnce({ id: 'p2' })
    const server = post({ upload })
    const queue = new AnswerQueue(server, Promise.resolve(memoryStore()))
    await queue.add(given({ photos: [photo(), photo()] }))
    await queue.flush('me', vi.fn())
    await queue.flush('me', vi.fn())
    expect(upload).toHaveBeenCalledTimes(3)
    expect(server.answer.mock.calls[0]?.[0].photos.map((p) => p.id)).toEqual(['p1', 'p2'])
  })

  it('takes an answer whose receipt was lost for sent, and never sends it twice', async () => {
    const stale = () => Promise.reject(new ApiProblem(409, 'STALE_VERSION'))
    const ours = { id: 'x', by: { id: 'me', name: '' }, kind: 'NOT_FOUND', remark: '仓库已找遍', photos: [] }
    const server = post({
      answer: vi.fn<Post['answer']>().mockImplementationOnce(offline).mockImplementation(stale),
      ticket: async () => view({ answers: [ours] as unknown as TicketView['answers'] }),
    })
    const queue = new AnswerQueue(server, Promise.resolve(memoryStore()))
    const sent = vi.fn()
    await queue.add(given())
    await queue.flush('me', sent)
    await queue.flush('me', sent)
    expect(sent).toHaveBeenCalledTimes(1)
    expect(queue.snapshot().items).toHaveLength(0)
  })

  it('keeps the answer aside when somebody else was faster', async () => {
    const server = post({ answer: () => Promise.reject(new ApiProblem(409, 'STALE_VERSION')) })
    const queue = new AnswerQueue(server, Promise.resolve(memoryStore()))
    await queue.add(given({ photos: [photo()] }))
    await queue.flush('me', vi.fn())
    expect(queue.snapshot().items[0]).toMatchObject({ state: 'CONFLICT', photos: [{ id: 'p1' }] })
  })

  it('does not send what another person gave on the same phone', async () => {
    const server = post()
    const queue = new AnswerQueue(server, Promise.resolve(memoryStore()))
    await queue.add(given({ person: 'colleague' }))
    await queue.flush('me', vi.fn())
    expect(server.answer).not.toHaveBeenCalled()
  })
})
