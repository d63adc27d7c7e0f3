import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Dropdown, Input } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { keys } from '../../api/query'
import { ImportDrawer } from '../../shared/imports'
import { useShortcut } from '../../shared/keyboard'
import { cx, PageFrame, useWindowWidth } from '../../shared/ui'
import { useCan, useMe } from '../identity'
import { exportUrl, useUnit } from './api'
import { networkCopy } from './copy'
import styles from './NetworkPage.module.css'
import { UnitSearch } from './parts/UnitSearch'
import { UnitTree } from './parts/UnitTree'
import { UnitView } from './parts/UnitView'

const TWO_COLUMNS = 860

/** The organisation: its tree, and one unit of it. */
export default function NetworkPage() {
  const t = networkCopy.use()
  const can = useCan()
  const client = useQueryClient()
  const navigate = useNavigate()
  const wide = useWindowWidth() >= TWO_COLUMNS
  // Beside the tree there is room for a unit, so begin with the reader's own instead of an empty half.
  const asked = useParams<'code'>().code
  const own = useMe().unit.code
  const code = asked ?? (wide ? own : undefined)
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const [importing, setImporting] = useState(false)
  const chosen = useUnit(code ?? null)
  const open = (next: string) => void navigate(`/network/${encodeURIComponent(next)}`)
  useShortcut('Escape', t.back, () => void navigate('/network'), { enabled: asked !== undefined })

  return (
    <PageFrame
      title={t.title}
      fill={wide}
      actions={
        <>
          {can('network.write') && (
            <Button icon={<UploadOutlined />} onClick={() => setImporting(true)}>
              {t.import}
            </Button>
          )}
          <Dropdown
            trigger={['click']}
            menu={{
              items: (['csv', 'xlsx'] as const).map((format) => ({
                key: format,
                label: (
                  <a href={exportUrl(format)} download>
                    {format === 'csv' ? 'CSV' : 'Excel'}
                  </a>
                ),
              })),
            }}
          >
            <Button icon={<DownloadOutlined />}>{t.export}</Button>
          </Dropdown>
        </>
      }
    >
      <div className={cx(styles.network, wide && styles.wide)}>
        {(wide || code === undefined) && (
          <div className={styles.side}>
            <Input.Search
              allowClear
              value={typed}
              placeholder={t.search}
              aria-label={t.search}
              onChange={(event) => setTyped(event.target.value)}
            />
            <div className={styles.tree}>
              {q === '' ? (
                <UnitTree chosen={code ?? null} ancestors={chosen.data?.ancestors ?? []} onOpen={open} />
              ) : (
                <UnitSearch q={q} onOpen={open} />
              )}
            </div>
          </div>
        )}
        {code !== undefined && (
          <div className={styles.unit}>
            <UnitView key={code} code={code} onBack={wide ? undefined : () => void navigate('/network')} />
          </div>
        )}
      </div>
      <ImportDrawer
        open={importing}
        title={t.importTitle}
        path="/network/import"
        templateName="network.csv"
        columns={Object.entries(t.column).map(([name, meaning]) => ({
          name,
          meaning,
          required: ['code', 'name', 'kind'].includes(name),
        }))}
        onClose={() => setImporting(false)}
        onImported={() => void client.invalidateQueries({ queryKey: keys.units })}
      />
    </PageFrame>
  )
}
