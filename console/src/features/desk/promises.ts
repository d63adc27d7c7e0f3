/**
 * What must not be said to a customer without a second thought: promises that nobody here can keep, and words that hurt.
 * A rule is a pattern over the text without blanks; the list is meant to be read and changed by people who answer customers.
 */
export interface Forbidden {
  kind: 'PROMISE' | 'COMPENSATION' | 'CONDUCT'
  pattern: RegExp
}

const FORBIDDEN: Forbidden[] = [
  {
    kind: 'PROMISE',
    pattern:
      /(?<!不能|不敢|无法|没法)(保证|肯定|一定|绝对|百分之?百|100[%％])[^，。！？；,.!?;]{0,6}?(送到|能?到|送达|签收|派送)/,
  },
  {
    kind: 'PROMISE',
    pattern:
      /(今天|明天|今晚|上午|下午)[^，。！？；,.!?;]{0,4}?(保证|肯定|一定|绝对)[^，。！？；,.!?;]{0,4}?(送|到|派)/,
  },
  { kind: 'PROMISE', pattern: /(?<!不能|不敢|无法|没法)(保证|肯定|绝对)(不会|没有?)(丢|问题|延误|破损)/ },
  {
    kind: 'COMPENSATION',
    pattern: /(?<!不能|不敢|无法|没法)(肯定|一定|保证|绝对)[^，。！？；,.!?;]{0,4}?(会)?赔/,
  },
  { kind: 'COMPENSATION', pattern: /(全额|原价|双倍|十倍|三倍)(赔|补|退)/ },
  { kind: 'COMPENSATION', pattern: /(马上|立刻|今天)(就)?(给您?|帮您?)?(退款|打款|赔付)/ },
  {
    kind: 'CONDUCT',
    pattern: /(不归我们?管|跟我(们)?没关系|爱投诉就?投诉|随便你|你自己的问题|听不懂人话|烦死|闭嘴|有病)/,
  },
]

/** The words that ask for a second look, each once; nothing where all is well. */
export function forbiddenIn(text: string): { words: string; kind: Forbidden['kind'] }[] {
  const dense = text.replace(/\s+/g, '')
  const found: { words: string; kind: Forbidden['kind']; from: number; to: number }[] = []
  for (const { kind, pattern } of FORBIDDEN) {
    const match = pattern.exec(dense)
    if (match === null) continue
    const [words] = match
    const from = match.index
    const to = from + words.length
    if (!found.some((other) => from < other.to && other.from < to)) found.push({ words, kind, from, to })
  }
  return found.map(({ words, kind }) => ({ words, kind }))
}
