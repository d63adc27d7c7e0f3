import { NoticeBell } from '../features/notice'
import { BusinessClock } from './BusinessClock'
import { LanguageSwitch } from './LanguageSwitch'
import { MeMenu } from './MeMenu'
import { SearchBox } from './SearchBox'
import styles from './TopBar.module.css'

export function TopBar({ onHelp }: { onHelp: () => void }) {
  return (
    <header className={styles.bar}>
      <SearchBox />
      <div className={styles.right}>
        <BusinessClock />
        <NoticeBell />
        <span className={styles.wide}>
          <LanguageSwitch />
        </span>
        <MeMenu onHelp={onHelp} />
      </div>
    </header>
  )
}
