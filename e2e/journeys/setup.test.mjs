// Real use begins with an empty database: the first administrator is made with the code from the log.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, Visitor } from '../support/browser.mjs';
import { Platform } from '../support/platform.mjs';

const platform = new Platform({ mode: 'LIVE' });
let browser;
before(async () => {
  await platform.start();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await platform.discard();
});

test('N3 the first administrator sets the platform up, once', async () => {
  const code = /with this code: (\S+)/.exec(platform.logTail())[1];
  const first = await Visitor.at(browser, platform);
  await first.open('/setup');
  const { page } = first;
  await page.getByLabel('安装码').fill(code);
  await page.getByLabel('姓名').fill('吴管理');
  await page.getByLabel('用户名').fill('wu.admin');
  await page.getByLabel('密码', { exact: true }).fill('Lantern-River-88');
  await page.getByRole('button', { name: /建立/ }).click();
  await page.getByRole('banner').waitFor();
  const again = await fetch(`${platform.url}/api/v1/system`).then((answer) => answer.json());
  assert.equal(again.setupRequired, false);
  await first.leave();
});
