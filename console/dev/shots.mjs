// Pictures of pages at three widths, and with AXE=1 what axe finds serious: node dev/shots.mjs OUT_DIR /desk /tickets …  (needs `npm run dev` or preview running)
import { mkdirSync, readFileSync } from 'node:fs'
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
    if (process.env.AXE) await reportAxe(page, `${path} at ${width}`)
    await page.screenshot({ path: `${out}/${name}-${width}.png`, fullPage: Boolean(process.env.FULL) })
  }
  await page.close()
}
await browser.close()

async function reportAxe(page, where) {
  await page.evaluate(readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8'))
  const { violations } = await page.evaluate(() => globalThis.axe.run())
  for (const found of violations.filter((one) => one.impact === 'serious' || one.impact === 'critical')) {
    console.log(
      `${where}: ${found.id} ${found.help}: ${found.nodes
        .slice(0, 3)
        .map((node) => node.html.slice(0, 160))
        .join(' | ')}`,
    )
  }
}
