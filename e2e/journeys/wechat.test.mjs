// A customer writes on WeChat: an official account is set up, an agent answers and opens a case from the message, and the customer is told on
// WeChat what became of it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, Visitor } from '../support/browser.mjs';
import { PASSWORD, settle } from '../support/network.mjs';
import { parcel } from '../support/parcels.mjs';
import { at, hours, Partner } from '../support/partner.mjs';
import { Platform, until } from '../support/platform.mjs';
import { Session } from '../support/session.mjs';
import { ACCOUNT, Wechat } from '../support/wechat.mjs';

const CUSTOMER = 'oJourney0123456789abcdefghij';
const sent = parcel({ phone: '13800006677' });
let wechat;
let platform;
let browser;
before(async () => {
  wechat = await new Wechat().start();
  platform = new Platform({ settings: [`--waypost.wechat.api=${wechat.url}`] });
  await platform.start();
  const partner = new Partner(platform);
  await settle(partner);
  const now = await partner.now();
  await partner.parcels(sent);
  await partner.scans({ waybill: sent.waybill, type: 'PICKED_UP', site: 'O440106-001', scannedAt: at(now, hours(-30)) });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await platform?.discard();
  wechat?.stop();
});

test('C1 an administrator sets up an official account and tries it', async () => {
  const admin = await Visitor.at(browser, platform);
  await admin.signIn('wu.admin');
  const { page } = admin;
  await admin.open('/channels');
  await page.getByRole('region').or(page.locator('section')).filter({ hasText: '微信公众号' }).getByRole('button', { name: '添加账号' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('代号').fill('service-account');
  await form.getByLabel('名称', { exact: true }).fill('驿路客服');
  await form.getByLabel('AppID').fill(ACCOUNT.appId);
  await form.getByLabel('AppSecret').fill(ACCOUNT.appSecret);
  await form.getByLabel('令牌（Token）').fill(ACCOUNT.token);
  await form.getByLabel(/EncodingAESKey/).fill(ACCOUNT.aesKey);
  await admin.picture('channels-add');
  assert.equal(
    await form.getByLabel(/回调地址/).or(form.locator('input[readonly]')).first().inputValue(),
    `${platform.url}/api/v1/public/wechat/service-account`,
  );
  await form.getByRole('button', { name: /保\s*存/ }).click();
  await form.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: '试一试' }).click();
  await page.getByText('能连上，没有问题').waitFor();
  await admin.picture('channels');
  await admin.leave();
});

test('C1 C5 T2 from a WeChat message to a case to its closing message', async () => {
  const agent = await Visitor.at(browser, platform);
  await agent.signIn('sun.agent');
  const { page } = agent;
  await agent.open('/desk');
  await page.getByRole('button', { name: '示闲', exact: true }).click();
  await page.getByText('现在没有会话').waitFor();
  await wechat.says(`${platform.url}/api/v1/public/wechat/service-account`, CUSTOMER, `${sent.waybill} 一直没人送，帮我查查`);
  await page.getByRole('button', { name: /接起/ }).first().click();
  await page.getByText('客户来自微信 · 驿路客服').waitFor();
  await page.getByText('还可发 5 条').waitFor();
  await page.getByLabel('写给客户的话').fill('您好，正在为您核实，请稍等。');
  await page.getByLabel('写给客户的话').press('Enter');
  await until('the answer to be on WeChat', () => wechat.sent.some(({ to, text }) => to === CUSTOMER && text.includes('正在为您核实')));
  await page.getByText('已发出').first().waitFor();
  await page.getByText('还可发 4 条').waitFor();
  await agent.picture('wechat-desk');

  await page.keyboard.press('Alt+t');
  const form = page.getByRole('dialog');
  await form.waitFor();
  await agent.picture('wechat-ticket');
  await form.locator('.ant-modal-footer .ant-btn-primary').click();
  await form.waitFor({ state: 'hidden' });
  await page.locator('aside a[href^="/tickets/"]').first().click();
  await page.waitForURL(/\/tickets\/[0-9a-f-]{36}$/);
  const [id] = new URL(page.url()).pathname.match(/[0-9a-f-]{36}$/);
  // Whoever is above may close it at once: the customer wants nothing more.
  const lead = await new Session(platform.url).signIn('zhou.hq', PASSWORD);
  const { version } = await lead.get(`/tickets/${id}`);
  await lead.post(`/tickets/${id}/close`, { reason: 'WITHDRAWN', note: '客户说不用查了', version });
  const told = await until('the closing message on WeChat', () => wechat.sent.find(({ to, text }) => to === CUSTOMER && text.includes('已撤回')));
  assert.match(told.text, /^【T\d{6}-\d+-\d】/);
  await agent.leave();
});
