import { App, Button, Popconfirm } from 'antd'
import type { Person } from '../../../api/types'
import { sayProblem } from '../../../shared/problems'
import type { Secret } from '../../../shared/secret'
import styles from '../PeoplePage.module.css'
import { useResetPassword, useSignOutPerson } from './api'
import { peopleCopy } from './copy'

/** A new password, or an end to every session: for a lost phone or a forgotten password. */
export function PersonSecurity({
  person,
  onSecret,
}: {
  person: Person
  onSecret: (title: string, secrets: Secret[]) => void
}) {
  const t = peopleCopy.use()
  const { message } = App.useApp()
  const reset = useResetPassword(person.id)
  const signOut = useSignOutPerson(person.id)
  const fail = (problem: unknown) => message.error(sayProblem(problem))
  return (
    <section className={styles.security}>
      <h3>{t.security}</h3>
      <Popconfirm
        title={t.resetPassword}
        description={t.resetSure}
        okText={t.resetPassword}
        cancelText={t.cancel}
        onConfirm={() =>
          reset.mutate(undefined, {
            onSuccess: ({ initialPassword }) =>
              onSecret(t.resetTitle(person.name), [{ label: t.initialPassword, value: initialPassword }]),
            onError: fail,
          })
        }
      >
        <Button loading={reset.isPending}>{t.resetPassword}</Button>
      </Popconfirm>
      <Button
        loading={signOut.isPending}
        onClick={() =>
          signOut.mutate(undefined, { onSuccess: () => message.success(t.signedOut), onError: fail })
        }
      >
        {t.signOut}
      </Button>
    </section>
  )
}
