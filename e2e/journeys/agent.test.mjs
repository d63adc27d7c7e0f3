// An agent finds a parcel by waybill and by phone, urges, raises it to urgent, and unmasks with a reason.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, Visitor } from '../support/browser.mjs';
import { settle } from '../support/network.mjs';
import { goSilent, parcel } from '../support/parcels.mjs';
import { Partner } from '../support/partner.mjs';
import { Platform, until } from '../support/platform.mjs';

const platform = new Platform();
let browser;
let partner;
let agent;
const sent = parcel({ phone: '13800005678' });
before(async () => {
  await platform.start();
  partner = new Partner(platform);
  await settle(partner);
  await goSilent(partner, sent);
  browser = await openBrowser();
  agent = await Visitor.at(browser, platform);
  await agent.signIn('sun.agent');
});
after(async () => {
  await browser?.close();
  await platform.discard();
});

const ticket = async () => (await partner.call('GET', `/parcels/${sent.waybill}/tickets`))[0];

/** With the keyboard alone: slash, type, wait for the only hit, Enter. */
async function find(page, text) {
  await page.getByRole('combobox').first().waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type(text);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/parcels/${sent.waybill}`);
}

test('C5 P2 a parcel is found by its number from any page, and its story is on one page', async () => {
  const { page } = agent;
  await find(page, sent.waybill);
  await page.getByText('静默').first().waitFor();
  await page.getByText('成都转运中心').first().waitFor();
  await page.getByText('刘**').first().waitFor();
  assert.equal(await page.getByText('13800005678').count(), 0, 'the phone is masked');
  await agent.picture('parcel');
});

test('C5 the same parcel is found by the phone of its recipient', async () => {
  const { page } = agent;
  await agent.open('/tickets');
  await find(page, '138 0000 5678');
});

test('T2 the agent urges, and raises the ticket to urgent with a reason', async () => {
  const { page } = agent;
  await agent.open(`/tickets/${(await ticket()).id}`);
  await page.getByRole('button', { name: '催件' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill('客户明天出差，今天要');
  await dialog.getByRole('button', { name: /确\s*定/ }).click();
  await until('the urge to be counted', async () => (await ticket()).urges === 1);
  await dialog.waitFor({ state: 'hidden' });
  await page.keyboard.press('u');
  await dialog.waitFor();
  await dialog.getByLabel('原因').click();
  await page.getByTitle('药品').click();
  await dialog.getByRole('textbox').last().fill('降压药，明早要用');
  await dialog.getByRole('button', { name: /确\s*定/ }).click();
  await until('the ticket to be urgent', async () => (await ticket()).urgent);
  assert.equal((await ticket()).urgentReason, 'MEDICINE');
});

test('T2 the agent leaves a note on the ticket, under their own name', async () => {
  const { page } = agent;
  await agent.open(`/tickets/${(await ticket()).id}`);
  await page.getByRole('button', { name: '备注', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('客户下午在家，可以再打电话');
  await dialog.getByRole('button', { name: /确\s*定/ }).click();
  await page.getByRole('listitem').filter({ hasText: '客户下午在家' }).getByText('孙坐席').waitFor();
});

test('N3 personal data is shown only with a reason, and the reason is on record', async () => {
  const { page } = agent;
  await agent.open(`/parcels/${sent.waybill}`);
  await page.getByRole('button', { name: /查看完整.*电话/ }).last().click();
  await page.getByText('联系客户').click();
  await page.getByRole('button', { name: '查看并记录' }).click();
  await page.getByText(/13800005678|13711112222|刘收件|何寄件/).first().waitFor();
  await agent.leave();
});
