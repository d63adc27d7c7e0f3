// Pictures of pages at three widths: node dev/shots.mjs OUT_DIR /desk /tickets …  (needs `npm run dev` or preview running)
import { mkdirSync } from 'node:fs'
import { chromium } from 'playwright-core'

const [out = 'shots', ...paths] = process.argv.slice(2)
const base = process.env.BASE ?? 'http://localhost:5173'
const sizes = (process.env.SIZES ?? '1440x900,1024x768,390x844')
  .split(',')
  .map((size) => size.split('x').map(Number))
mkdirSync(out, { recursive: true })
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
})
for (const [width, height] of sizes) {
  const page = await browser.newPage({
    viewport: { width, height },
    locale: 'zh-CN',
    colorScheme: process.env.DARK ? 'dark' : 'light',
  })
  page.on(
    'console',
    (message) => message.type() === 'error' && console.log(`[${width}] ${message.text().slice(0, 400)}`),
  )
  page.on('pageerror', (error) => console.log(`[${width}] ${error.message}`))
  for (const path of paths) {
    await page.goto(base + path)
    await page.waitForLoadState('domcontentloaded')
    await page.waitForTimeout(Number(process.env.WAIT ?? 1500))
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (overflow > 0) console.log(`${path} at ${width}: ${overflow} px too wide`)
    const name = path.replace(/[^\w]+/g, '-').replace(/^-|-$/g, '') || 'home'
    await page.screenshot({ path: `${out}/${name}-${width}.png`, fullPage: Boolean(process.env.FULL) })
  }
  await page.close()
}
await browser.close()
