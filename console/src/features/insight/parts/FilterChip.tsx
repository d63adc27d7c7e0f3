import { RemovableChip } from '../../../shared/ui'
import { insightCopy } from '../copy'

/** A filter in force, and the way to be rid of it. */
export function FilterChip({ words, onRemove }: { words: string; onRemove: () => void }) {
  const t = insightCopy.use()
  return <RemovableChip words={words} does={t.removeFilter(words)} onRemove={onRemove} />
}
