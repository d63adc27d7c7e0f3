// From ./run on a built tree to the first signed-in page, and memory after some minutes of the demonstration.
//   bench/run start [minutes=10]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../e2e/support/browser.mjs';
import { until } from '../e2e/support/platform.mjs';
import { residentMegabytes, table } from './support.mjs';

const minutes = Number(process.argv[2] ?? 10);
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const data = mkdtempSync(path.join(tmpdir(), 'waypost-start-'));
const port = 18_080;
const browser = await openBrowser();

async function firstPage() {
  const started = performance.now();
  const run = spawn(path.join(root, 'run'), ['--port', String(port), '--data', data], { stdio: 'ignore' });
  const page = await browser.newPage({ locale: 'zh-CN' });
  await until('the sign-in page', () => page.goto(`http://localhost:${port}/sign-in`).then(() => true), 120_000);
  const password = await until('the password', () => readFileSync(path.join(data, 'keys/demo.password'), 'utf8').trim());
  await page.getByLabel('用户名').fill('admin');
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('banner').waitFor();
  const seconds = (performance.now() - started) / 1000;
  await page.close();
  return { run, seconds };
}

async function stop(run) {
  run.kill('SIGTERM');
  await once(run, 'exit');
}

try {
  const first = await firstPage();
  await new Promise((resolve) => setTimeout(resolve, minutes * 60_000));
  const memory = {
    platform: residentMegabytes('waypost-app'),
    database: residentMegabytes('postgres'),
    simulator: residentMegabytes('SimulatorMain'),
  };
  await stop(first.run);
  const again = await firstPage();
  await stop(again.run);
  table([
    ['./run to the first signed-in page, empty data folder, seconds', first.seconds.toFixed(1)],
    ['./run to the first signed-in page, second start, seconds', again.seconds.toFixed(1)],
    [`memory after ${minutes} minutes: platform / database / simulator MB (proportional set size)`, `${memory.platform} / ${memory.database} / ${memory.simulator}`],
  ]);
} finally {
  await browser.close();
  rmSync(data, { recursive: true, force: true });
}
