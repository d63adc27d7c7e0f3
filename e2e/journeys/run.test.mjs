// ./run as somebody uses it who has just cloned the repository: real use, set up, stopped with Ctrl-C, started again.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openBrowser, Visitor } from '../support/browser.mjs';
import { freePort, ROOT, until } from '../support/platform.mjs';

const data = mkdtempSync(path.join(tmpdir(), 'waypost-run-'));
const PASSWORD = 'Lantern-River-88';
let port;
let browser;
let running;
before(async () => {
  port = await freePort();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await running?.interrupt();
  rmSync(data, { recursive: true, force: true });
});

/** `./run --empty`, until it says that Ctrl-C stops it; a group of its own, as a terminal gives it. */
async function run() {
  const child = spawn('./run', ['--empty', '--data', data, '--port', String(port), '--memory', '512m'], { cwd: ROOT, detached: true });
  let said = '';
  const ended = once(child, 'exit');
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { said += chunk; });
  running = {
    url: `http://localhost:${port}`,
    said: () => said,
    /** Ctrl-C: the terminal tells every process of the group. */
    async interrupt() {
      if (child.exitCode === null) process.kill(-child.pid, 'SIGINT');
      const [code] = await ended;
      return code;
    },
  };
  await until('./run to be ready', () => {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}: ${said}`);
    return said.includes('Ctrl-C stops');
  }, 180_000);
  return running;
}

test('N1 the first administrator is made with the code that ./run prints', async () => {
  const platform = await run();
  const code = /the set-up code is (\S+)/.exec(platform.said())[1];
  const first = await Visitor.at(browser, platform);
  const { page } = first;
  await first.open('/setup');
  await page.getByLabel('安装码').fill(code);
  await page.getByLabel('姓名').fill('吴管理');
  await page.getByLabel('用户名').fill('wu.admin');
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: /建立/ }).click();
  await page.getByRole('banner').waitFor();
  await first.leave();
});

test('Q7 Ctrl-C stops it in order, and the next start goes on where this one stopped', async () => {
  assert.equal(await running.interrupt(), 0, running.said());
  await assert.rejects(fetch(`${running.url}/actuator/health`), 'nothing answers any more');

  const platform = await run();
  assert.ok(!platform.said().includes('set-up code'), 'it is set up already');
  const again = await Visitor.at(browser, platform);
  await again.signIn('wu.admin', PASSWORD);
  await again.page.getByText('吴管理').first().waitFor();
  await again.leave();
  assert.equal(await platform.interrupt(), 0, platform.said());
});
