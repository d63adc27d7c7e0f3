import { useLocation, useNavigate } from 'react-router'
import { Chip } from '../../../shared/ui'
import { useCan } from '../../identity'
import { knowledgeCopy } from '../copy'
import styles from '../Knowledge.module.css'

/** From the articles to the questions that none answers, and back. */
export function KnowledgeTabs() {
  const t = knowledgeCopy.use()
  const can = useCan()
  const go = useNavigate()
  const { pathname } = useLocation()
  if (!can('knowledge.edit')) return null
  const here = pathname.endsWith('/questions')
  return (
    <nav className={styles.tabs} aria-label={t.title}>
      <Chip on={!here} words={t.articles} onPress={() => void go('/knowledge')} />
      <Chip on={here} words={t.questions} onPress={() => void go('/knowledge/questions')} />
    </nav>
  )
}
