// A customer on a phone and an agent at the desk write to each other, through a restart of the platform, until the customer says how it was.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openBrowser, PHONE, Visitor } from '../support/browser.mjs';
import { settle } from '../support/network.mjs';
import { Partner } from '../support/partner.mjs';
import { Platform } from '../support/platform.mjs';

const LABEL = fileURLToPath(new URL('../support/label.png', import.meta.url));
const platform = new Platform();
let browser;
before(async () => {
  await platform.start();
  await settle(new Partner(platform));
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await platform.discard();
});

async function says(page, text) {
  await page.getByPlaceholder('输入消息').fill(text);
  await page.getByPlaceholder('输入消息').press('Enter');
}

async function answers(page, text) {
  await page.getByLabel('写给客户的话').fill(text);
  await page.getByLabel('写给客户的话').press('Enter');
}

test('C1 C5 a customer and an agent chat through a restart of the platform', async () => {
  const agent = await Visitor.at(browser, platform);
  await agent.signIn('sun.agent');
  await agent.open('/desk');
  await agent.page.getByRole('button', { name: '示闲', exact: true }).click();
  await agent.page.getByText('现在没有会话').waitFor();

  const customer = await Visitor.at(browser, platform, PHONE);
  await customer.open('/track');
  await customer.page.getByRole('button', { name: '联系客服' }).click();
  await customer.page.getByText('请问有什么可以帮您').waitFor();
  await customer.picture('chat-phone-empty');
  await says(customer.page, '我的快递 YT6200000000017 三天没动了');
  await agent.page.getByRole('button', { name: /接起/ }).first().click();
  await customer.page.getByText('客服孙坐席为您服务').waitFor();
  await agent.page.getByText('三天没动了').first().waitFor();
  await answers(agent.page, '您好，正在为您查询。');
  await customer.page.getByText('正在为您查询').waitFor();
  await agent.page.locator('input[type=file]').setInputFiles(LABEL);
  await agent.page.getByText('待发送').waitFor();
  await agent.page.getByRole('button', { name: '发送', exact: true }).click();
  await customer.page.getByRole('img', { name: /^label/ }).waitFor();

  const colleague = await Visitor.at(browser, platform);
  await colleague.signIn('chen.region');
  await colleague.open('/desk');
  await colleague.page.getByText('您还没有开始接待').waitFor();
  await agent.page.getByRole('button', { name: '请同事看' }).click();
  const asking = agent.page.getByRole('dialog');
  await asking.getByRole('combobox').fill('陈区域');
  await agent.page.getByTitle(/^陈区域/).click();
  await asking.getByTitle(/^陈区域/).waitFor();
  await asking.getByLabel(/想请教什么/).fill('三天没动，您看是不是丢了');
  await asking.getByRole('button', { name: '请同事看' }).click();
  await colleague.page.getByRole('region', { name: '请您看一下' }).getByRole('button').click();
  await colleague.page.getByRole('button', { name: '我来看看' }).click();
  await colleague.page.getByRole('img', { name: /^label/ }).waitFor();
  await colleague.page.getByLabel('写给同事的备注').fill('在转运中心压着，催一下');
  await colleague.page.getByRole('button', { name: '记下备注' }).click();
  await agent.page.getByText('在转运中心压着').first().waitFor();
  await agent.page.getByRole('button', { name: '请其对客户说' }).click();
  await answers(colleague.page, '我是区域负责人，今天给您处理。');
  await customer.page.getByText('今天给您处理').waitFor();
  assert.equal(await customer.page.getByText('在转运中心压着').count(), 0);
  await colleague.page.getByRole('button', { name: '离开会话' }).click();
  await customer.page.getByText('客服陈区域离开了会话').waitFor();
  await colleague.leave();
  await agent.picture('chat-desk');
  await customer.picture('chat-phone');

  await platform.stop();
  await customer.page.getByText('网络断开').waitFor();
  await says(customer.page, '断网时写的');
  await answers(agent.page, '停机时写的');
  await platform.start();
  await agent.page.getByText('断网时写的').first().waitFor({ timeout: 60_000 });
  await customer.page.getByText('停机时写的').waitFor({ timeout: 60_000 });
  assert.equal(await customer.page.getByText('断网时写的').count(), 1);
  assert.equal(await customer.page.getByText('停机时写的').count(), 1);

  await agent.page.getByRole('button', { name: /^结束/ }).first().click();
  const dialog = agent.page.getByRole('dialog');
  await dialog.getByRole('combobox').first().click();
  await agent.page.getByTitle('查件', { exact: true }).click();
  await agent.picture('chat-close');
  await dialog.getByRole('button', { name: /结束/ }).last().click();
  await customer.page.getByText('本次服务已结束').waitFor();
  await customer.page.getByText('本次服务您满意吗').waitFor();
  await customer.page.getByRole('radio', { name: '很满意', exact: true }).check({ force: true });
  await customer.picture('chat-phone-asked');
  await customer.page.getByRole('button', { name: '提交评价' }).click();
  await customer.page.getByText('谢谢您的评价').waitFor();
  await customer.leave();
  await agent.leave();
});
