import { fireEvent, screen, waitFor } from '@testing-library/react'
import { answer, renderPage, someone } from '../../../test/render'
import { RingRows } from './RingRows'

const rings = [
  { afterSeconds: 0, reach: 'UNIT' as const, lowered: 1, units: null },
  { afterSeconds: 30, reach: 'NAMED' as const, lowered: 1, units: ['R01', 'R02'] },
  { afterSeconds: 60, reach: 'EVERYWHERE' as const, lowered: 5, units: null },
]

describe('rings that name units', () => {
  it('shows them in their order, takes one away, and leaves the other rings alone', async () => {
    vi.stubGlobal(
      'fetch',
      vi.fn(async (url: string) =>
        answer(
          url.includes('R01')
            ? { code: 'R01', name: '华北大区', kind: 'REGION' }
            : { code: 'R02', name: '华东大区', kind: 'REGION' },
        ),
      ),
    )
    const onChange = vi.fn()
    renderPage(
      <RingRows rings={rings} locked={false} onChange={onChange} />,
      '/desk/policies',
      someone('desk.work', 'desk.lead', 'desk.policy'),
    )
    const listed = await screen.findByRole('list')
    await waitFor(() =>
      expect([...listed.querySelectorAll('li')].map((item) => item.textContent)).toEqual([
        '华北大区',
        '华东大区',
        '再加一个帮接的单位',
      ]),
    )
    const away = screen.getAllByRole('button', { name: '去掉这个单位' })
    expect(away).toHaveLength(2)
    fireEvent.click(away[0] as HTMLElement)
    expect(onChange).toHaveBeenCalledWith([rings[0], { ...rings[1], units: ['R02'] }, rings[2]])
  })

  it('only shows them where one may not write', () => {
    renderPage(<RingRows rings={rings} locked onChange={vi.fn()} />, '/desk/policies', someone('desk.lead'))
    expect(screen.queryByRole('button', { name: '去掉这个单位' })).toBeNull()
    expect(screen.queryByRole('button', { name: '再加一个帮接的单位' })).toBeNull()
  })
})
