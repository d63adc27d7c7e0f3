import { moneyCopy } from '../copy'

/** What the server calls itself in histories, by the part of it that was at work. */
const SYSTEM = ['waypost', 'payouts', 'payout-notices', 'claim', 'liability', 'demonstration']
/** What it calls those who asked for something on the pages for customers. */
const CUSTOMERS = ['customer', 'visitor']

/** Through whom money goes: our own word for a bank that takes files, a platform's name as it was set up. */
export function sayGateway(gateway: string): string {
  const names: Record<string, string> = moneyCopy.now().gateways
  return names[gateway] ?? gateway
}

/** Who did it: a person by name, the platform and customers by one word each. */
export function sayWho(name: string): string {
  const t = moneyCopy.now()
  if (SYSTEM.includes(name)) return t.system
  return CUSTOMERS.includes(name) ? t.customer : name
}
