import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { PersonSearch } from './PersonSearch'

const found = [
  { id: '1', name: '陈区域', more: '西南区域' },
  { id: '2', name: '孙坐席', more: '总部' },
]

test('only those who fit stay on the list while the answer is awaited', async () => {
  const onChange = vi.fn()
  const field = { value: null, onChange, label: '同事', onSeek: () => {}, nobody: '没有' }
  const { rerender } = render(<PersonSearch {...field} found={found} searching={false} />)
  fireEvent.mouseDown(screen.getByRole('combobox'))
  expect(screen.getByTitle('孙坐席 · 总部')).toBeInTheDocument()

  fireEvent.change(screen.getByRole('combobox'), { target: { value: '陈' } })
  const option = screen.getByTitle('陈区域 · 西南区域')
  expect(screen.queryByTitle('孙坐席 · 总部')).toBeNull()
  rerender(<PersonSearch {...field} found={found.slice(0, 1)} searching />)
  expect(screen.getByTitle('陈区域 · 西南区域')).toBe(option)
  fireEvent.click(option)
  expect(onChange).toHaveBeenCalledWith({ id: '1', name: '陈区域' })
})
