// A customer calls about a parcel with medicine: an agent opens an urgent case, the outlet answers from a phone, the customer
// disputes, the region decides, the customer is called back, and the case is closed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, PHONE, Visitor } from '../support/browser.mjs';
import { settle } from '../support/network.mjs';
import { parcel } from '../support/parcels.mjs';
import { at, hours, Partner } from '../support/partner.mjs';
import { Platform } from '../support/platform.mjs';

const platform = new Platform();
const sent = parcel({ phone: '13800007788' });
let browser;
let partner;
let agent;
let clerk;
let region;
let customer;
let address;
let number;

before(async () => {
  await platform.start();
  partner = new Partner(platform);
  await settle(partner);
  const now = await partner.now();
  await partner.parcels(sent);
  const scan = (type, site, hour) => ({ waybill: sent.waybill, type, site, scannedAt: at(now, hours(hour)) });
  await partner.scans(
    scan('PICKED_UP', 'O440106-001', -30),
    scan('ARRIVED', 'H5101', -8),
    scan('ARRIVED', 'O510104-001', -3),
  );
  browser = await openBrowser();
  agent = await Visitor.at(browser, platform);
  await agent.signIn('sun.agent');
  clerk = await Visitor.at(browser, platform, PHONE);
  await clerk.signIn('wang.outlet');
  region = await Visitor.at(browser, platform);
  await region.signIn('chen.region');
  customer = await Visitor.at(browser, platform, PHONE);
});
after(async () => {
  await browser?.close();
  await platform.discard();
});

/** Presses the button of a step and fills in what it asks. */
async function step({ page }, name, fill = async () => {}) {
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await fill(dialog);
  await dialog.locator('.ant-modal-footer .ant-btn-primary').click();
  await dialog.waitFor({ state: 'hidden' });
}

const shown = ({ page }, words) => page.getByText(words, { exact: typeof words === 'string' }).first().waitFor();

/** The public page by its link, with the last digits of the phone; or what became of it, once it is open. */
async function look(who) {
  const { page } = who;
  await who.open(`/track?waybill=${sent.waybill}`);
  await page.getByLabel('手机号的后四位？').fill('7788');
  await page.getByRole('button', { name: '查一下' }).click();
  await page.getByRole('heading', { name: '派送延误' }).waitFor();
}

async function plain({ page }) {
  const text = await page.locator('body').innerText();
  for (const word of ['工单', '责任网点', '加急', '派件员', 'O510104']) {
    assert.ok(!text.includes(word), `the customer reads ${word}`);
  }
}

test('T1 T2 an agent opens an urgent case with a reason and somebody who sees it through', async () => {
  const { page } = agent;
  await agent.open('/tickets');
  await page.getByRole('button', { name: '开单', exact: true }).click();
  const form = page.getByRole('dialog');
  await form.waitFor();
  await form.getByLabel('运单号（没有就不填）').fill(sent.waybill);
  await form.getByLabel('是什么事').fill('派送延误');
  await page.getByRole('menuitemcheckbox').filter({ hasText: '派送延误' }).click();
  await form.getByLabel('加急', { exact: true }).check();
  await form.getByLabel('原因').click();
  await page.getByTitle('药品').click();
  await form.getByLabel(/谁来盯/).fill('王小');
  await page.getByTitle('王小网').click();
  await form.getByLabel('说明').fill('里面是药，说好今天上午送到，一直没人送，也打不通电话。');
  await form.getByLabel('联系人').fill('刘收件');
  await form.getByLabel('联系电话').fill('13800007788');
  await agent.picture('urgent-1-open');
  await form.locator('.ant-modal-footer .ant-btn-primary').click();
  await page.waitForURL(/\/tickets\/[0-9a-f-]{36}$/);
  address = new URL(page.url()).pathname;
  const heading = page.getByRole('heading', { level: 1, name: /T\d{6}-/ });
  [number] = (await heading.innerText()).match(/T\d{6}-\d+-\d/);
  await shown(agent, '加急：药品');
  await shown(agent, '王小网');
  await agent.picture('urgent-2-opened');
  await step(agent, '派发', async (dialog) => {
    // The place that has the parcel is offered; nobody looks it up.
    await dialog.getByText(/锦江春熙路网点/).waitFor();
  });
  await agent.picture('urgent-3-dispatched');
});

test('T2 it stands on the urgent board with its reason, who sees it through, and two hours', async () => {
  const { page } = agent;
  await page.getByRole('navigation').getByRole('link', { name: /加急$/ }).click();
  await page.waitForURL(/\/tickets\/green$/);
  const row = page.getByRole('row').filter({ hasText: '药品' });
  await row.getByText('王小网').waitFor();
  await row.getByText(/还剩 1 小时|还剩 2 小时/).waitFor();
  await row.getByText('锦江春熙路网点').waitFor();
  assert.equal(await page.getByText('谁在用加急').count(), 0, 'agents do not judge each other');
  await agent.picture('green-1-agent');
  await page.setViewportSize(PHONE);
  await agent.picture('green-2-phone');
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('P2 the customer follows the case by the link, in plain words', async () => {
  await look(customer);
  await shown(customer, /我们正在核实情况/);
  await plain(customer);
  await customer.picture('urgent-4-customer');
});

test('T3 the outlet finds it on a phone, takes it on, answers and applies for closing', async () => {
  await partner.forward({ minutes: 25 });
  const { page } = clerk;
  await clerk.open('/outlet');
  await page.getByText('加急').first().waitFor();
  await clerk.picture('urgent-5-outlet-list');
  await page.getByText('加急').first().click();
  await shown(clerk, /派送延误/);
  await shown(clerk, /说好今天上午送到/);
  await clerk.picture('urgent-6-outlet-case');
  await page.getByRole('button', { name: '接单', exact: true }).click();
  await page.getByRole('button', { name: /^处理说明/ }).click();
  await page.getByRole('textbox').fill('派件员临时请假，已换人今天 15 点前送到，并打电话致歉。');
  await clerk.picture('urgent-7-outlet-answer');
  await page.getByRole('button', { name: '提交回复' }).click();
  await page.getByRole('button', { name: '已回复', exact: false }).first().click();
  await page.getByText('加急').first().click();
  await step(clerk, '申请完结', async (dialog) => {
    await dialog.getByLabel('说明').fill('药已送到，客户已签收。');
    await clerk.picture('urgent-8-outlet-close');
  });
  await shown(clerk, /^申请完结：T/);
  await clerk.picture('urgent-9-outlet-done');
  await clerk.leave();
});

test('T3 the desk checks the result: who is to blame and why, chosen by name', async () => {
  const { page } = agent;
  await agent.open(address);
  await shown(agent, /派件员临时请假/);
  await step(agent, '审核', async (dialog) => {
    await dialog.getByText('通过', { exact: true }).click();
    await dialog.getByText('部分有责', { exact: true }).click();
    await dialog.getByLabel('根因').fill('人手不足');
    await page.getByRole('menuitemcheckbox').filter({ hasText: '派件人手不足' }).click();
    await agent.picture('urgent-10-check');
  });
  await shown(agent, '派送 · 派件人手不足');
  await agent.picture('urgent-11-checked');
});

test('P2 the customer reads what came out and disputes it', async () => {
  const { page } = customer;
  await look(customer);
  await shown(customer, /已有处理结果：我们核实了情况/);
  await plain(customer);
  await page.getByRole('button', { name: '有异议' }).click();
  await page.getByRole('textbox').fill('药没有送到，也没有人打过电话。');
  await customer.picture('urgent-12-dispute');
  await page.getByRole('button', { name: '发送' }).click();
  await shown(customer, /已请上一级重新处理/);
  await plain(customer);
  await customer.picture('urgent-13-disputed');
});

test('T3 the region takes the disputed case over and has the parcel brought', async () => {
  const { page } = region;
  await region.open('/tickets/green');
  await region.picture('green-3-region');
  await page.getByText('谁在用加急').click();
  await page.getByText('近 30 天没有人加急').waitFor();
  await region.picture('green-4-use-empty');
  await region.open('/tickets?view=unit');
  await page.getByText(number).first().click();
  await page.waitForURL(new RegExp(address));
  await shown(region, /药没有送到/);
  await region.picture('urgent-14-region');
  await page.getByRole('button', { name: '接单', exact: true }).click();
  await step(region, '申请完结', async (dialog) =>
    dialog.getByLabel('说明').fill('区域专人已送药上门，客户当面签收，已致歉。'));
  await shown(region, /^申请完结：T/);
  await region.picture('urgent-15-decided');
  await region.leave();
});

test('T3 what the region found decides liability and cause; the customer is called back, and the case is closed', async () => {
  const { page } = agent;
  await agent.open(address);
  await step(agent, '审核', async (dialog) => {
    await dialog.getByText('通过', { exact: true }).click();
    await dialog.getByText('有责', { exact: true }).click();
    await dialog.getByLabel('根因').fill('未派送');
    await page.getByRole('menuitemcheckbox').filter({ hasText: '未派送' }).click();
  });
  await shown(agent, '派送 · 未派送');
  await step(agent, '回访', async (dialog) => {
    await dialog.getByLabel('客户怎么说').click();
    await page.getByTitle('已解决，满意').click();
  });
  await step(agent, '结案', async (dialog) => {
    await dialog.getByLabel('原因').click();
    await page.getByTitle('已与客户谈妥').click();
    await dialog.getByLabel('说明').fill('回访满意。');
    await agent.picture('urgent-16-close');
  });
  await agent.page.getByText('已结案').first().waitFor();
  await agent.picture('urgent-17-closed');
  await agent.leave();
});

test('T2 leads see who raises how many, and how many wrongly', async () => {
  const chief = await Visitor.at(browser, platform);
  await chief.signIn('zhou.hq');
  await chief.open('/tickets/green?show=use');
  await chief.page.getByText('哪些人加急最多？').waitFor();
  await chief.page.getByText('孙坐席').waitFor();
  await chief.page.getByText(/加急 1 件，不该加 0 件/).first().waitFor();
  await chief.picture('green-5-use');
  await chief.leave();
});

test('P2 the customer reads that it is over, and may say how content they are', async () => {
  const { page } = customer;
  await look(customer);
  await shown(customer, '已处理完。');
  await page.getByRole('radio', { name: '5 星' }).waitFor();
  await plain(customer);
  await customer.picture('urgent-18-over');
  await customer.leave();
});
