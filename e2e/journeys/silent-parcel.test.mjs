// A parcel leaves a hub and never arrives; the clerk answers from a phone; the parcel moves again.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openBrowser, PHONE, Visitor } from '../support/browser.mjs';
import { settle } from '../support/network.mjs';
import { goSilent, parcel } from '../support/parcels.mjs';
import { Partner } from '../support/partner.mjs';
import { Platform, until } from '../support/platform.mjs';

const LABEL = fileURLToPath(new URL('../support/label.png', import.meta.url));
const platform = new Platform();
let browser;
let partner;
before(async () => {
  await platform.start();
  partner = new Partner(platform);
  await settle(partner);
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await platform.discard();
});

test('P3 P8 T3 a silent parcel is answered from the phone, moves again, and the ticket closes itself', async () => {
  const sent = parcel();
  await goSilent(partner, sent);

  const outbox = path.join(platform.data, 'sms-outbox.ndjson');
  await until('the text message to the duty person', () => readFileSync(outbox, 'utf8').includes(sent.waybill));

  const clerk = await Visitor.at(browser, platform, PHONE);
  const { page } = clerk;
  await clerk.signIn('li.hub');
  const [opened] = await partner.call('GET', `/parcels/${sent.waybill}/tickets`);
  assert.deepEqual([opened.unit.code, opened.responsible?.name, opened.level], ['H5101', '李转运', 'OUTLET']);
  await page.getByRole('button', { name: /通知，\d+ 条未读/ }).click();
  await page.getByRole('link', { name: new RegExp(sent.waybill) }).first().click();
  await page.waitForURL(`**/tickets/${opened.id}`);
  await clerk.open('/outlet');
  await page.getByRole('button', { name: new RegExp(sent.waybill) }).click();
  await page.getByText(/还剩/).first().waitFor();
  await page.getByText('广州转运中心').first().waitFor();
  await clerk.picture('outlet-phone');
  await page.getByRole('button', { name: /找到了，已发出/ }).click();
  await page.locator('input[type=file]').first().setInputFiles(LABEL);
  await page.getByRole('button', { name: '漏扫，已补扫发出' }).click();
  await page.getByRole('button', { name: '提交回复' }).click();
  const tickets = () => partner.call('GET', `/parcels/${sent.waybill}/tickets`);
  await until('the answer to arrive', async () => (await tickets())[0].lastAnswer?.kind === 'FOUND_FORWARDED');

  const [{ id }] = await tickets();
  const answered = await partner.call('GET', `/tickets/${id}`);
  assert.equal(answered.answers[0].photos.length, 1);
  assert.equal(answered.state, 'REPLIED');

  await partner.forward({ minutes: 40 });
  await partner.scans({ waybill: sent.waybill, type: 'ARRIVED', site: 'H5101', scannedAt: (await partner.now()).toISOString() });
  await until('the ticket to close', async () => (await tickets())[0].state === 'CLOSED');
  await clerk.open(`/tickets/${id}`);
  await page.getByText('已结案').first().waitFor();
  const [finding] = (await partner.call('GET', `/parcels/${sent.waybill}`)).findings;
  assert.equal(finding.clearedBy, 'RESUMED');
  assert.equal(finding.verdict, 'RIGHT');
  assert.equal(finding.responsible.code, 'H5101');
  await clerk.leave();
});

test('P3 T3 a parcel that went astray is handed to a place far outside of the clerk’s reach', async () => {
  const sent = parcel();
  await goSilent(partner, sent);
  const clerk = await Visitor.at(browser, platform, PHONE);
  const { page } = clerk;
  await clerk.signIn('li.hub');
  await clerk.open('/outlet');
  await page.getByRole('button', { name: new RegExp(sent.waybill) }).click();
  await page.getByRole('button', { name: /错发到别处/ }).click();
  await page.getByLabel('输入网点名称或编码').fill('天河体育西');
  await page.getByRole('button', { name: /天河体育西网点.*广东省/ }).click();
  await page.getByRole('button', { name: '装错车' }).click();
  await page.getByRole('button', { name: '提交回复' }).click();
  const ticket = async () => (await partner.call('GET', `/parcels/${sent.waybill}/tickets`))[0];
  await until('the ticket to be with the place named', async () => (await ticket()).unit.code === 'O440106-001');
  await clerk.leave();
});

test('T3 an unanswered ticket climbs from outlet to region to headquarters, each step visible', async () => {
  const sent = parcel();
  await goSilent(partner, sent);
  const ticket = async () => (await partner.call('GET', `/parcels/${sent.waybill}/tickets`))[0];
  const levels = [(await ticket()).level];

  const manager = await Visitor.at(browser, platform);
  await manager.signIn('chen.region');
  await manager.open(`/tickets/${(await ticket()).id}`);
  // The page stays open while the deadlines pass: it shows each step without a reload.
  await partner.forward({ hours: 2, minutes: 2 });
  await manager.page.getByText(/升级到大区/).first().waitFor();
  levels.push((await ticket()).level);
  await partner.forward({ hours: 2, minutes: 2 });
  await manager.page.getByText(/升级到总部/).first().waitFor();
  levels.push((await ticket()).level);
  assert.deepEqual(levels, ['OUTLET', 'REGION', 'HEADQUARTERS']);
  await manager.picture('ticket');
  await manager.leave();
});
