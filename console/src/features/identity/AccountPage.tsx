import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Radio } from 'antd'
import { keys } from '../../api/query'
import type { Locale } from '../../shared/i18n'
import { setLocale, useLocale } from '../../shared/i18n'
import { sayProblem } from '../../shared/problems'
import { PageFrame, Section, Tag, UnitName } from '../../shared/ui'
import styles from './AccountPage.module.css'
import { saveLocale, signOutEverywhere } from './api'
import { identityCopy } from './copy'
import { ChangePasswordForm } from './parts/ChangePasswordForm'
import { TotpSection } from './parts/TotpSection'
import { useMe } from './session'

export default function AccountPage() {
  const t = identityCopy.use()
  const me = useMe()
  const locale = useLocale()
  const client = useQueryClient()
  const { message } = App.useApp()
  const language = useMutation({
    mutationFn: saveLocale,
    onMutate: (next: Locale) => {
      setLocale(next)
      client.setQueryData(keys.me, { ...me, locale: next })
    },
    onError: (problem) => message.error(sayProblem(problem)),
  })
  const everywhere = useMutation({
    mutationFn: signOutEverywhere,
    onSuccess: () => {
      client.clear()
      client.setQueryData(keys.me, null)
    },
    onError: (problem) => message.error(sayProblem(problem)),
  })
  return (
    <PageFrame title={t.account}>
      <div className={styles.grid}>
        <Section title={t.who}>
          <dl className={styles.facts}>
            <dt>{t.name}</dt>
            <dd>{me.name}</dd>
            <dt>{t.username}</dt>
            <dd>{me.username}</dd>
            <dt>{t.unit}</dt>
            <dd>
              <UnitName unit={me.unit} withKind />
            </dd>
            <dt>{t.role}</dt>
            <dd className={styles.roles}>
              {me.roles.map((role) => (
                <Tag key={role}>{t.roles[role]}</Tag>
              ))}
            </dd>
            <dt>{t.language}</dt>
            <dd>
              <Radio.Group
                value={locale}
                onChange={(event) => language.mutate(event.target.value)}
                aria-label={t.language}
              >
                <Radio value="zh-CN">中文</Radio>
                <Radio value="en">English</Radio>
              </Radio.Group>
            </dd>
          </dl>
        </Section>
        <Section title={t.totpSection}>
          <TotpSection enabled={me.totpEnabled} />
        </Section>
        <Section title={t.passwordSection}>
          <ChangePasswordForm onChanged={() => message.success(t.passwordChanged)} />
        </Section>
        <Section title={t.sessions}>
          <p className={styles.hint}>{t.sessionsHint}</p>
          <Button danger loading={everywhere.isPending} onClick={() => everywhere.mutate()}>
            {t.signOutEverywhere}
          </Button>
        </Section>
      </div>
    </PageFrame>
  )
}
