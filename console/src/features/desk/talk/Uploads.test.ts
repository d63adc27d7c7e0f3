import type { Posting } from './talk'
import { MOST_BYTES, type Uploaded, Uploads } from './Uploads'

function scene() {
  const posted: Posting[] = []
  const sent: string[] = []
  const answers: ((answer: Uploaded | Error) => void)[] = []
  let id = 0
  const uploads = new Uploads(
    (_, file, onSent) => {
      sent.push(file.name)
      onSent(0.5)
      return new Promise((resolve, reject) => {
        answers.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer)))
      })
    },
    (posting) => posted.push(posting),
    () => String(++id),
  )
  const answer = async (what: Uploaded | Error) => {
    answers.shift()?.(what)
    await new Promise((done) => setTimeout(done, 0))
  }
  return { uploads, posted, sent, answer }
}

const file = (name: string) => new File(['x'], name, { type: 'image/png' })
const taken = (name: string): Uploaded => ({ file: `id-${name}`, kind: 'IMAGE', name })

describe('files on their way to a customer', () => {
  it('leave when their sender says so, one after the other, and become entries', async () => {
    const { uploads, posted, sent, answer } = scene()
    uploads.add('c', [file('a'), file('b')])
    expect(sent).toEqual([])
    void uploads.go('c')
    void uploads.go('c')
    expect(sent).toEqual(['a'])
    expect(uploads.view('c')[0]?.share).toBe(0.5)
    await answer(taken('a'))
    expect(sent).toEqual(['a', 'b'])
    await answer(taken('b'))
    expect(posted.map((one) => [one.kind, one.text, one.file])).toEqual([
      ['IMAGE', 'a', 'id-a'],
      ['IMAGE', 'b', 'id-b'],
    ])
    expect(uploads.view('c')).toEqual([])
  })

  it('stay with their problem, let the next one pass, and go again', async () => {
    const { uploads, posted, sent, answer } = scene()
    uploads.add('c', [file('a'), file('b')])
    void uploads.go('c')
    const lost = new Error('lost')
    await answer(lost)
    await answer(taken('b'))
    expect(uploads.view('c').map((one) => [one.file.name, one.problem])).toEqual([['a', lost]])
    void uploads.go('c')
    await answer(taken('a'))
    expect(sent).toEqual(['a', 'b', 'a'])
    expect(posted.map((one) => one.text)).toEqual(['b', 'a'])
  })

  it('are not said once they were taken back, nor sent where they are too large or too many', async () => {
    const { uploads, posted, sent, answer } = scene()
    uploads.add('c', [file('a')])
    void uploads.go('c')
    uploads.drop('c', uploads.view('c')[0]?.key ?? '')
    await answer(taken('a'))
    expect(posted).toEqual([])
    const large = file('large')
    Object.defineProperty(large, 'size', { value: MOST_BYTES + 1 })
    expect(uploads.add('c', [large, ...Array.from({ length: 10 }, (_, i) => file(String(i)))])).toBe(2)
    expect(uploads.view('c')[0]?.problem).toBe('TOO_LARGE')
    void uploads.go('c')
    expect(sent.at(-1)).toBe('0')
  })
})
