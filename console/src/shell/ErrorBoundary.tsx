import { Button } from 'antd'
import { Component, type ReactNode } from 'react'
import { EmptyState } from '../shared/ui'
import { shellCopy } from './copy'

/** A page that breaks says so in kind words and leaves the rest of the console alone. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    return this.state.error === null ? this.props.children : <Crashed error={this.state.error} />
  }
}

export function Crashed({ error }: { error: unknown }) {
  const t = shellCopy.use()
  const outdated =
    error instanceof TypeError && /dynamically imported module|module script/i.test(error.message)
  return (
    <EmptyState
      title={t.crashed}
      action={
        <Button type="primary" onClick={() => window.location.reload()}>
          {t.reload}
        </Button>
      }
    >
      {outdated ? t.updated : t.crashedHint}
    </EmptyState>
  )
}
