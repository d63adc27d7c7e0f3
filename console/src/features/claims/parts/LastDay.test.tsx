import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { LastDay } from './LastDay'

it('names the last day of the period, not the day that begins after it', () => {
  // Midnight in China after the fifth.
  render(<LastDay at="2026-12-05T16:00:00Z" />)
  expect(screen.getByText(/5/)).toBeInTheDocument()
  expect(screen.queryByText(/6日|6$/)).toBeNull()
})
