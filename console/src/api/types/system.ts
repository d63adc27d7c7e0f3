export interface SystemInfo {
  name: string
  version: string
  mode: 'DEMO' | 'LIVE'
  setupRequired: boolean
  now: string
  speed: number
  warmUp: { from: string; to: string; reached: string } | null
}
