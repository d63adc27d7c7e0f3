import { Radio } from 'antd'
import { useSearchParams } from 'react-router'
import { PageFrame } from '../../shared/ui'
import { outboxCopy } from './copy'
import styles from './OutboxPage.module.css'
import { MessageList } from './parts/MessageList'
import { OverviewLine } from './parts/OverviewLine'
import { SuppressionList } from './parts/SuppressionList'

/** Whatever leaves the platform and what became of it, and who is not written to. */
export default function OutboxPage() {
  const t = outboxCopy.use()
  const [params, setParams] = useSearchParams()
  const list = params.get('view') === 'list'
  return (
    <PageFrame title={t.title} aside={t.hint} fill>
      <div className={styles.bar}>
        <Radio.Group
          optionType="button"
          buttonStyle="solid"
          aria-label={t.view.label}
          value={list ? 'list' : 'messages'}
          options={[
            { value: 'messages', label: t.view.messages },
            { value: 'list', label: t.view.list },
          ]}
          onChange={(event) =>
            setParams(event.target.value === 'list' ? { view: 'list' } : {}, { replace: true })
          }
        />
        <OverviewLine />
      </div>
      {list ? <SuppressionList /> : <MessageList />}
    </PageFrame>
  )
}
