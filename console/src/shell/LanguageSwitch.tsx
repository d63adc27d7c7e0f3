import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { keys } from '../api/query'
import type { Me } from '../api/types'
import { saveLocale } from '../features/identity'
import { getLocale, setLocale } from '../shared/i18n'
import { shellCopy } from './copy'

/** The language changes at once; for a signed-in person the server remembers it. */
export function LanguageSwitch() {
  const t = shellCopy.use()
  const client = useQueryClient()
  function toggle() {
    const next = getLocale() === 'en' ? 'zh-CN' : 'en'
    setLocale(next)
    const me = client.getQueryData<Me | null>(keys.me)
    if (me != null) {
      client.setQueryData(keys.me, { ...me, locale: next })
      saveLocale(next).catch(() => undefined) // a lost preference is not worth a message; this browser keeps it
    }
  }
  return (
    <Button type="text" title={t.languageLabel} onClick={toggle}>
      {t.language}
    </Button>
  )
}
