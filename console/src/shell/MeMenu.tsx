import { UserOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Dropdown, type MenuProps } from 'antd'
import { useNavigate } from 'react-router'
import { keys } from '../api/query'
import { identityCopy, signOut, signOutEverywhere, useMe } from '../features/identity'
import { joinList } from '../shared/i18n'
import { sayProblem } from '../shared/problems'
import { setThemeChoice, type ThemeChoice, useThemeChoice } from '../shared/theme'
import { shellCopy } from './copy'
import styles from './TopBar.module.css'

const THEMES: ThemeChoice[] = ['system', 'light', 'dark']

export function MeMenu({ onHelp }: { onHelp: () => void }) {
  const t = shellCopy.use()
  const roles = identityCopy.use().roles
  const me = useMe()
  const navigate = useNavigate()
  const theme = useThemeChoice()
  const leave = useLeave()
  const items: MenuProps['items'] = [
    {
      key: 'who',
      type: 'group',
      label: `${me.unit.name} · ${joinList(me.roles.map((role) => roles[role]))}`,
    },
    { key: 'account', label: t.account, onClick: () => navigate('/account') },
    { key: 'help', label: t.help, extra: '?', onClick: onHelp },
    {
      key: 'theme',
      label: t.theme,
      children: THEMES.map((choice) => ({
        key: choice,
        label: `${choice === theme ? '✓ ' : ''}${t.themes[choice]}`,
        onClick: () => setThemeChoice(choice),
      })),
    },
    { type: 'divider' },
    { key: 'out', label: t.signOut, onClick: () => leave.mutate(false) },
    { key: 'out-all', label: t.signOutEverywhere, onClick: () => leave.mutate(true) },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button type="text" icon={<UserOutlined />} aria-label={me.name}>
        <span className={styles.wide}>{me.name}</span>
      </Button>
    </Dropdown>
  )
}

function useLeave() {
  const t = shellCopy.use()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: (everywhere: boolean) => (everywhere ? signOutEverywhere() : signOut()),
    onSuccess: async (_, everywhere) => {
      await navigate('/sign-in')
      client.clear()
      client.setQueryData(keys.me, null)
      if (everywhere) message.success(t.signedOutEverywhere)
    },
    onError: (problem) => message.error(sayProblem(problem)),
  })
}
