/** One accent, greys, and four meanings. Text colours keep AA contrast (4.5:1) on `surface` and on their own `…Soft`. */
export interface Palette {
  canvas: string
  surface: string
  raised: string
  line: string
  lineStrong: string
  text: string
  textSoft: string
  textFaint: string
  accent: string
  accentSoft: string
  good: string
  goodSoft: string
  watch: string
  watchSoft: string
  act: string
  actSoft: string
  stopped: string
  stoppedSoft: string
  onStrong: string
}

export const light: Palette = {
  canvas: '#f4f5f7',
  surface: '#ffffff',
  raised: '#ffffff',
  line: '#e3e6ea',
  lineStrong: '#c5cad2',
  text: '#1b2230',
  textSoft: '#4a5466',
  textFaint: '#687182',
  accent: '#2456c7',
  accentSoft: '#e8effc',
  good: '#1a7445',
  goodSoft: '#e4f4ea',
  watch: '#8f5200',
  watchSoft: '#fdf0d9',
  act: '#bd2c1d',
  actSoft: '#fdeae7',
  stopped: '#5d51a3',
  stoppedSoft: '#eeecf9',
  onStrong: '#ffffff',
}

export const dark: Palette = {
  canvas: '#0f131a',
  surface: '#171d27',
  raised: '#1e2632',
  line: '#2b3443',
  lineStrong: '#44506a',
  text: '#e8ecf3',
  textSoft: '#b3bccb',
  textFaint: '#8f9aad',
  accent: '#84a9ff',
  accentSoft: '#1e2d52',
  good: '#62cd93',
  goodSoft: '#16322a',
  watch: '#f0b452',
  watchSoft: '#382a12',
  act: '#ff8a7a',
  actSoft: '#42201d',
  stopped: '#b3a9f2',
  stoppedSoft: '#2a2650',
  onStrong: '#10151d',
}
