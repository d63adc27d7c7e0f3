import { App } from 'antd'
import { useState } from 'react'
import type { Contact, DeskBoard } from '../../api/types'
import { sayNumber, sayTime } from '../../shared/time'
import {
  Chip,
  EmptyState,
  ErrorState,
  Figure,
  Figures,
  PageFrame,
  Section,
  SkeletonRows,
} from '../../shared/ui'
import { saySeconds, sayShare } from '../insight'
import { type OpenOnes, useAct, useAgents, useDeskBoard, useOpenContacts, type Whose } from './api'
import styles from './BoardPage.module.css'
import { deskCopy } from './copy'
import { serviceLevel, sumOf } from './model'
import { useWallNow } from './now'
import { DeskTabs } from './parts/DeskTabs'
import { LookOn } from './parts/LookOn'
import { OpenContacts } from './parts/OpenContacts'
import { Quality } from './parts/Quality'
import { QueueTable } from './parts/QueueTable'
import { SeatTable } from './parts/SeatTable'

/** What happens at the desks now: who waits, who is there, and how the last hour went. */
export default function BoardPage() {
  const t = deskCopy.use()
  const [whose, setWhose] = useState<Whose>('ALL')
  const { data, error, refetch } = useDeskBoard(whose)
  const now = useWallNow()
  return (
    <PageFrame
      title={t.board}
      aside={data && <span className="tabular">{sayTime(data.at, now)}</span>}
      actions={<DeskTabs />}
    >
      {error !== null && (
        <ErrorState error={error} over={data !== undefined} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <SkeletonRows rows={12} height={44} />}
      <div className={styles.whose} role="group" aria-label={t.whoseTitle}>
        {(['ALL', 'CONTRACT', 'RETAIL'] as const).map((each) => (
          <Chip key={each} on={whose === each} words={t.whose[each]} onPress={() => setWhose(each)} />
        ))}
      </div>
      {data !== undefined && <Panels board={data} whose={whose} />}
    </PageFrame>
  )
}

function Panels({ board, whose }: { board: DeskBoard; whose: Whose }) {
  const t = deskCopy.use()
  const { message, modal } = App.useApp()
  const agents = useAgents()
  const open = useOpenContacts()
  const act = useAct()
  const [looking, setLooking] = useState<Contact | null>(null)

  function takeOver(contact: Contact) {
    modal.confirm({
      title: t.takeTitle,
      content: t.takeHint,
      okText: t.takeOver,
      cancelText: t.cancel,
      onOk: () =>
        act
          .mutateAsync({ act: 'take', contact })
          .then(() => {
            message.success(t.taken_)
            setLooking(null)
          })
          .catch(() => undefined),
    })
  }

  return (
    <div className={styles.board}>
      <Totals board={board} />
      <Section title={t.queuesQuestion} flush>
        {board.rows.length === 0 ? (
          <EmptyState title={t.noQueues}>{t.noQueuesHint}</EmptyState>
        ) : (
          <QueueTable rows={board.rows} at={board.at} />
        )}
      </Section>
      <Quality />
      <Section title={t.openQuestion} flush>
        {open.error !== null && (
          <ErrorState error={open.error} over={open.data !== undefined} onRetry={open.refetch} />
        )}
        {open.data === undefined && open.error === null && <SkeletonRows rows={4} />}
        {open.data !== undefined && (
          <OpenContacts
            open={of(open.data, whose)}
            onMore={open.fetchMore}
            onLook={setLooking}
            onTake={takeOver}
          />
        )}
      </Section>
      <Section title={t.agentsQuestion} flush>
        {agents.error !== null && <ErrorState error={agents.error} over={agents.data !== undefined} />}
        {agents.data === undefined && agents.error === null && <SkeletonRows rows={6} />}
        {agents.data !== undefined && <SeatTable seats={agents.data} />}
      </Section>
      {looking !== null && (
        <LookOn contact={looking} onTake={() => takeOver(looking)} onClose={() => setLooking(null)} />
      )}
    </div>
  )
}

function of(open: OpenOnes, whose: Whose): OpenOnes {
  if (whose === 'ALL') return open
  return {
    ...open,
    contacts: open.contacts.filter((one) => (one.contract === null) === (whose === 'RETAIL')),
  }
}

function Totals({ board }: { board: DeskBoard }) {
  const t = deskCopy.use()
  const sum = sumOf(board.rows)
  const { READY = 0, NOT_READY = 0, WRAP_UP = 0 } = board.agents
  const level = serviceLevel(sum)
  return (
    <Figures>
      <Figure
        label={t.numbers.waiting}
        value={sayNumber(sum.waiting)}
        means={t.means.waiting(sum.parked)}
        act={sum.waiting > 0 && READY === 0}
      />
      <Figure label={t.numbers.longest} value={saySeconds(sum.longestWaitSeconds)} means={t.means.longest} />
      <Figure
        label={t.numbers.talking}
        value={sayNumber(sum.talking)}
        means={t.means.talking(READY + NOT_READY + WRAP_UP)}
      />
      <Figure
        label={t.numbers.service}
        value={sayShare(level)}
        means={t.means.service(sum.inTimeHour, sum.answeredHour)}
        act={level !== null && level < 0.8}
      />
      <Figure label={t.numbers.abandoned} value={sayNumber(sum.abandonedHour)} means={t.means.abandoned} />
      <Figure
        label={t.numbers.ready}
        value={sayNumber(READY)}
        means={t.means.ready(NOT_READY, WRAP_UP)}
        act={READY === 0 && sum.waiting > 0}
      />
    </Figures>
  )
}
