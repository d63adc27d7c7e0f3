/** Sentences that are said often, found by typing `/` and a piece of name or text. */
export interface QuickReply {
  name: string
  text: string
}

export const QUICK_REPLIES: QuickReply[] = [
  { name: '问候', text: '{客户}您好，我是客服{坐席}，请问有什么可以帮您？' },
  { name: '稍等', text: '请稍等，我马上为您查询。' },
  { name: '要单号', text: '请把运单号发给我，我来帮您查。' },
  { name: '查件', text: '您的快件 {运单号} 我正在查看轨迹，请稍等一两分钟。' },
  { name: '催件', text: '已为您催促快件 {运单号}，网点会尽快联系您，有进展我第一时间告诉您。' },
  { name: '已开工单', text: '快件 {运单号} 的情况已经登记并转给负责的网点，处理结果会联系您。' },
  { name: '核实', text: '抱歉给您添麻烦了。我需要向网点核实，核实后给您答复。' },
  { name: '改地址', text: '可以为您登记改派，请告诉我新的地址、收件人和电话。' },
  { name: '理赔', text: '理赔需要核实责任和价值，请把购买凭证和包装照片发给我，我来帮您登记。' },
  { name: '还有吗', text: '请问还有其他可以帮您的吗？' },
  { name: '再见', text: '感谢您的来访，祝您生活愉快，再见。' },
]

export type Variable = '客户' | '运单号' | '坐席'
export type Variables = Partial<Record<Variable, string>>

/** The text with what is known put in; what is not stays as it is, so that it is seen. */
export function fill(text: string, variables: Variables): string {
  return text.replace(/\{(客户|运单号|坐席)\}/g, (whole, name: Variable) => {
    const value = variables[name]
    return value === undefined || value === '' ? whole : value
  })
}

/** Places of a text that nobody has filled. */
export function unfilled(text: string): string[] {
  return [...new Set(text.match(/\{(客户|运单号|坐席)\}/g) ?? [])]
}

/** What follows the `/` that is being typed at the end of what stands before the cursor; null where there is none. */
export function asked(before: string): string | null {
  const found = /(?:^|\s)\/([^\s/]{0,12})$/.exec(before)
  return found?.[1] ?? null
}

/** Those whose name begins with it first, then those that have it anywhere. */
export function matching(replies: QuickReply[], query: string): QuickReply[] {
  const begins = replies.filter((reply) => reply.name.startsWith(query))
  const has = replies.filter(
    (reply) => !begins.includes(reply) && (reply.name.includes(query) || reply.text.includes(query)),
  )
  return [...begins, ...has].slice(0, 8)
}

/** The text after the `/query` before the cursor was replaced, and where the cursor stands then. */
export function replaceAsked(text: string, cursor: number, said: string): { text: string; cursor: number } {
  const query = asked(text.slice(0, cursor))
  const from = query === null ? cursor : cursor - query.length - 1
  return { text: text.slice(0, from) + said + text.slice(cursor), cursor: from + said.length }
}
