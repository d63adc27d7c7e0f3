import type { ReactNode } from 'react'
import { EmptyState, PageFrame, PageLinks } from '../../../shared/ui'
import { useMe } from '../../identity'
import { moneyCopy } from '../copy'
import styles from './MoneyFrame.module.css'

interface Props {
  title: string
  lead: string
  actions?: ReactNode
  children: ReactNode
}

/** A page about money under the ways to the others: those of the headquarters see all four, anybody else the payouts. */
export function MoneyFrame({ title, lead, actions, children }: Props) {
  const t = moneyCopy.use()
  const headquarters = useHeadquarters()
  return (
    <PageFrame title={title} aside={<span className={styles.lead}>{lead}</span>} actions={actions} fill>
      <PageLinks
        label={t.pages}
        pages={[
          ['/payouts', t.payouts],
          ...(headquarters
            ? ([
                ['/payouts/batches', t.batches],
                ['/payouts/reconciliation', t.reconciliation],
                ['/ledger', t.ledger],
              ] as const)
            : []),
        ]}
      />
      {children}
    </PageFrame>
  )
}

/** Keeps the books from those who are not of the headquarters, in words rather than by a refusal of the server. */
export function BooksOnly({ title, children }: { title: string; children: ReactNode }) {
  const t = moneyCopy.use()
  if (useHeadquarters()) return children
  return (
    <PageFrame title={title}>
      <EmptyState title={t.headquartersOnly}>{t.headquartersHint}</EmptyState>
    </PageFrame>
  )
}

function useHeadquarters(): boolean {
  return useMe().unit.kind === 'HEADQUARTERS'
}
