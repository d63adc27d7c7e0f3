// The chat from end to end: messages a second through sockets of a running platform until they are on disk and acknowledged, beside the same
// messages with a transaction for each; then what thousands of idle sockets take of a whole platform with a heap of 512 MB.
//   bench/run chat [messages=200000] [customers=2000] [waiting at once=1000] [idle sockets=15000] [idle seconds=60]
// None idle skips the second part, no messages the first.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { PASSWORD, settle } from '../e2e/support/network.mjs';
import { Partner } from '../e2e/support/partner.mjs';
import { Platform, ROOT } from '../e2e/support/platform.mjs';
import { Session } from '../e2e/support/session.mjs';
import { cpuSeconds, residentMegabytes, table } from './support.mjs';

const [messages = 200_000, customers = 2_000, waiting = 1_000, idle = 15_000, seconds = 60] = process.argv.slice(2).map(Number);
/** The door for visitors takes sixty a minute from one address, as an office. */
const OF_ADDRESS = 50;
const THREADS = 8;
const folder = mkdtempSync(path.join(tmpdir(), 'waypost-bench-chat-'));
const java = process.env.JAVA ?? 'java';
const number = (value) => Math.round(value).toLocaleString('en');
const milliseconds = (value) => (value / 1000).toFixed(1);

function program(memory, file, given, libraries = []) {
  const running = spawn(java, [memory, ...(libraries.length ? ['-cp', libraries.join(path.delimiter)] : []), path.join(ROOT, 'bench/chat', file), ...given.map(String)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: running.stdout })[Symbol.asyncIterator]();
  return {
    running,
    line: async () => {
      const { value, done } = await lines.next();
      if (done) throw new Error(`${file} ended; the lines above say why.`);
      return value.split('\t').slice(1).map(Number);
    },
    stop: async () => {
      running.stdin.end();
      if (running.exitCode === null) await once(running, 'exit');
    },
  };
}

/** A visitor who comes from that address. */
function begin(platform, address, agent) {
  return new Promise((resolve, reject) => {
    const body = JSON.stringify({ site: 'waypost', visitor: null });
    const asked = http.request(`${platform.url.replace('localhost', '127.0.0.1')}/api/v1/public/chat/visitors`, {
      method: 'POST', agent, localAddress: address, headers: { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) },
    }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part) => (text += part)).on('end', () => {
        if (answer.statusCode === 200) resolve(JSON.parse(text).token);
        else reject(new Error(`No visitor: ${answer.statusCode} ${text}`));
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** So many visitors' tokens, in a file. */
async function visitors(platform, many) {
  const tokens = [];
  for (let home = 0; tokens.length < many; home++) {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });
    const address = `127.0.${2 + Math.floor(home / 250)}.${1 + (home % 250)}`;
    tokens.push(...(await Promise.all(Array.from({ length: Math.min(OF_ADDRESS, many - tokens.length) }, () => begin(platform, address, agent)))));
    agent.destroy();
  }
  const file = path.join(folder, `tokens-${many}`);
  writeFileSync(file, tokens.join('\n'));
  return file;
}

/** PostgreSQL's driver, as it is in the platform's own archive. */
function driver() {
  const jar = path.join(ROOT, 'app/target/waypost-app-0.1.0-SNAPSHOT.jar');
  const tool = java.includes('/') ? path.join(path.dirname(java), 'jar') : 'jar';
  const inside = spawnSync(tool, ['tf', jar], { encoding: 'utf8', maxBuffer: 64 * 2 ** 20 }).stdout.split('\n').find((name) => /lib\/postgresql-[\d.]+\.jar$/.test(name));
  spawnSync(tool, ['xf', jar, inside], { cwd: folder });
  return path.join(folder, inside);
}

async function spoken() {
  const platform = new Platform({ heap: '1g', quick: false });
  let clients;
  try {
    await platform.start();
    await settle(new Partner(platform));
    const tokens = await visitors(platform, customers);
    clients = program('-Xmx512m', 'ChatClients.java', [platform.chatPort, tokens, messages, waiting, 1]);
    await clients.line();
    const first = await clients.line();
    await clients.line();
    const before = cpuSeconds();
    const together = await clients.line();
    const cpu = cpuSeconds() - before;
    await clients.stop();
    const port = readFileSync(path.join(platform.data, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[3];
    const alone = program('-Xmx512m', 'OneByOne.java', [`jdbc:postgresql://127.0.0.1:${port}/postgres`, platform.secret('database-owner.password'), Math.ceil(messages / 10), waiting, THREADS], [driver()]);
    const single = await alone.line();
    await alone.stop();
    const row = (name, [count, took, median, p99, worst]) => [name, number(count), number((count / took) * 1000), `${milliseconds(median)} / ${milliseconds(p99)} / ${milliseconds(worst)}`];
    table([
      row('first words, each of which opens a contact', first),
      row('**messages of people in a conversation, through sockets**', together),
      row(`a transaction for each, straight from JDBC, ${THREADS} connections`, single),
      ['sockets ÷ a transaction for each', '', ((together[0] / together[1]) / (single[0] / single[1])).toFixed(1), ''],
      ['put off (busy) and said again', number(together[5]), '', ''],
      ['CPU of platform, database and clients, µs a message', '', ((cpu / together[0]) * 1e6).toFixed(0), ''],
    ], [`${number(customers)} customers' sockets, ${number(waiting)} waiting at once`, 'messages', 'a second until on disk', 'until acknowledged, median / p99 / worst ms']);
  } finally {
    clients?.running.kill();
    await platform.discard();
  }
}

/** Kilobytes of heap in use after a collection. */
function heap(platform) {
  const tool = java.includes('/') ? path.join(path.dirname(java), 'jcmd') : 'jcmd';
  const ask = (...what) => spawnSync(tool, [String(platform.process.pid), ...what], { encoding: 'utf8' }).stdout;
  ask('GC.run');
  return Number(/used (\d+)K/.exec(ask('GC.heap_info'))[1]);
}

async function idling() {
  const platform = new Platform({ heap: '512m', quick: false });
  let clients;
  try {
    await platform.start();
    await settle(new Partner(platform));
    const tokens = await visitors(platform, idle);
    const heapBefore = heap(platform);
    const residentBefore = residentMegabytes(`--waypost.data=${platform.data}`);
    clients = program('-Xmx512m', 'ChatClients.java', [platform.chatPort, tokens, 0, 1, seconds]);
    const [, took, median, p99] = await clients.line();
    const [beats, lost] = await clients.line();
    const resident = residentMegabytes(`--waypost.data=${platform.data}`);
    const heapAfter = heap(platform);
    const lead = await new Session(platform.url).signIn('zhou.hq', PASSWORD);
    const asked = performance.now();
    await lead.get('/desk');
    const answered = performance.now() - asked;
    await clients.stop();
    table([
      ['sockets signed in', number(idle)],
      ['all of them welcomed after, s', (took / 1000).toFixed(1)],
      ['from connecting to the welcome, median / p99 ms (200 at once)', `${milliseconds(median)} / ${milliseconds(p99)}`],
      [`beats answered in ${seconds} s of idling / sockets lost`, `${number(beats)} / ${number(lost)}`],
      ['heap in use after a collection, before / with all of them, MB', `${number(heapBefore / 1024)} / ${number(heapAfter / 1024)}`],
      ['heap a socket, KB', ((heapAfter - heapBefore) / idle).toFixed(1)],
      ['resident memory of the platform, before / with all of them, MB', `${number(residentBefore)} / ${number(resident)}`],
      ['the desk answers meanwhile in, ms', answered.toFixed(0)],
    ], ['idle sockets of a whole platform, heap of 512 MB', 'measured']);
  } finally {
    clients?.running.kill();
    await platform.discard();
  }
}

try {
  if (messages > 0) await spoken();
  if (idle > 0) await idling();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
