import { Modal } from 'antd'
import { useState } from 'react'
import { activeShortcuts, useShortcut } from '../shared/keyboard'
import { shellCopy } from './copy'
import styles from './HelpOverlay.module.css'

/** `?` lists the keys that work here and now. */
export function HelpOverlay({ open, onToggle }: { open: boolean; onToggle: (open: boolean) => void }) {
  const t = shellCopy.use()
  useShortcut('?', t.showHelp, () => onToggle(true))
  return (
    <Modal
      title={t.help}
      open={open}
      footer={null}
      onCancel={() => onToggle(false)}
      destroyOnHidden
      width={480}
    >
      <ShortcutList />
      <p className={styles.hint}>{t.helpHint}</p>
    </Modal>
  )
}

function ShortcutList() {
  const t = shellCopy.use()
  const [shortcuts] = useState(activeShortcuts)
  const names: Record<string, string> = t.keyNames
  return (
    <dl className={styles.list}>
      {shortcuts.map((shortcut) => (
        <div key={shortcut.keys}>
          <dt>
            {shortcut.keys.split(' ').map((key) => (
              <kbd key={key}>{names[key] ?? key}</kbd>
            ))}
          </dt>
          <dd>{shortcut.label}</dd>
        </div>
      ))}
    </dl>
  )
}
