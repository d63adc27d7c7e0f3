// Waypost itself as the case benchmarks use it: as it is shipped, in real time, with a small network and its people.
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PASSWORD, PEOPLE, UNITS } from '../../e2e/support/network.mjs';
import { Platform, until } from '../../e2e/support/platform.mjs';
import { Client } from './http.mjs';

/** The small network, and around it seven regions with 1,792 outlets, so that no reader has all cases under one roof. */
const WIDE = UNITS + Array.from({ length: 7 }, (_, r) => {
  const region = `R0${r + 1}`;
  const own = UNITS.includes(`\n${region},`) ? [] : [`${region},${r + 1}大区,REGION,HQ,,,,,,,true`];
  const below = Array.from({ length: 4 }, (_, p) => [`P${r}${p}X,${r}${p}省区,PROVINCE,${region},,,,,,,true`, ...Array.from({ length: 4 }, (_, c) => [
    `C${r}${p}${c}X,${r}${p}${c}市,CITY,P${r}${p}X,,,,,,,true`,
    ...Array.from({ length: 16 }, (_, o) => `O${r}${p}${c}-${o},${r}${p}${c}市第${o}网点,OUTLET,C${r}${p}${c}X,,,,08:00,20:00,,true`),
  ])]);
  return [...own, ...below.flat(3)].join('\n');
}).join('\n') + '\n';

/** Who approves what zhou.hq has written: nobody approves their own rules. */
const STAFF = `${PEOPLE}qian.hq,钱总部,13900000008,HEADQUARTERS_MANAGER,HQ,${PASSWORD},\n`;

const HERE = path.dirname(fileURLToPath(import.meta.url));

/** The deadlines of the tickets in bench_due, as the platform would have written them. */
const DUE = `update ticket.ticket t set next_at = d.due, wake_at = d.due, limit_minutes = 1440, clock = t.clock || jsonb_build_object('calendar', 'always@1', 'since', d.due - interval '1 day', 'last', d.due - interval '1 day',
  'limits', jsonb_build_array(jsonb_build_object('at', d.due - interval '1 day', 'seconds', 86400)), 'spans', '[]'::jsonb, 'warnings', '["PT30M"]'::jsonb, 'fired', '["WARNING 84600"]'::jsonb)
  from public.bench_due d where t.id = d.ticket_id and t.closed_at is null`;
/** What the platform wrote when they fired, and when that was committed. */
const FIRED = `select h.ticket_id, pg_xact_commit_timestamp(h.xmin) as at from public.bench_due d join ticket.history h on h.ticket_id = d.ticket_id and h.what = 'ESCALATED'`;
const NOT_FIRED = `select 1 from public.bench_due d join ticket.ticket t on t.id = d.ticket_id where t.wake_at <= d.due`;

export class Own {
  /** @param kept a data folder that outlives the run, so that the next one finds it filled; none for one that is thrown away */
  constructor(kept) {
    this.kept = kept;
    if (kept) mkdirSync(kept, { recursive: true });
    this.platform = new Platform({ mode: 'LIVE', heap: '1g', quick: false, data: kept ?? mkdtempSync(path.join(tmpdir(), 'waypost-bench-')) });
    this.clients = [];
    // Another run's parcels have tickets already.
    this.firstWaybill = kept ? Math.floor(Date.now() / 1000) * 1000 : 0;
  }

  /** What the run that filled a kept data folder leaves for the next. */
  get #filled() {
    return path.join(this.platform.data, 'bench.json');
  }

  async start() {
    const { platform } = this;
    await platform.start();
    if (existsSync(this.#filled)) {
      this.key = JSON.parse(readFileSync(this.#filled, 'utf8')).key;
      return this.#peopleSignIn();
    }
    await this.#setUp(/with this code: (\S+)/.exec(platform.logTail())[1]);
    // When each row was committed is what lateness is measured by.
    await platform.stop();
    appendFileSync(path.join(platform.data, 'postgres/cluster/postgresql.conf'), 'track_commit_timestamp = on\n');
    await platform.start();
    return this.#peopleSignIn();
  }

  async #peopleSignIn() {
    this.agent = await this.signIn('sun.agent');
    this.clerk = await this.signIn('wang.outlet');
    return this;
  }

  async #setUp(code) {
    const first = { code, username: 'first.admin', name: '吴管理', password: PASSWORD };
    const admin = this.client();
    await admin.call('GET', '/api/v1/system');
    await admin.call('POST', '/api/v1/setup', first);
    await this.#enter(admin, first.username);
    for (const [route, text] of [['network', WIDE], ['people', STAFF]]) {
      const report = await admin.upload(`/api/v1/${route}/import?dryRun=false`, `${route}.csv`, text);
      if (report.errors?.length) throw new Error(JSON.stringify(report.errors));
    }
    this.sql('-c', 'update identity.person set must_change_password = false');
    const { secret } = await admin.call('POST', '/api/v1/keys', { name: 'bench', permissions: ['parcels.write', 'scans.write'], unitCode: 'HQ', ratePerMinute: 1_000_000 });
    this.key = secret;
    admin.close();
  }

  /** Another node on the same database, with the same keys, as the operations guide has it. */
  async secondNode() {
    const data = mkdtempSync(path.join(tmpdir(), 'waypost-bench-node-'));
    cpSync(path.join(this.platform.data, 'keys'), path.join(data, 'keys'), { recursive: true });
    const port = readFileSync(path.join(this.platform.data, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[3].trim();
    const password = this.platform.secret('database-owner.password');
    return new Platform({ mode: 'LIVE', heap: '1g', quick: false, data,
      settings: [`--waypost.database.url=jdbc:postgresql://127.0.0.1:${port}/postgres`, `--waypost.database.owner-password=${password}`] }).start();
  }

  client(options) {
    const client = new Client(this.platform.url, options);
    this.clients.push(client);
    return client;
  }

  async signIn(username) {
    const client = this.client();
    await client.call('GET', '/api/v1/system');
    return this.#enter(client, username);
  }

  async #enter(client, username) {
    await client.call('POST', '/api/v1/session', { username, password: PASSWORD });
    return client;
  }

  sql(...args) {
    return execFileSync(path.join(HERE, 'own-sql'), [this.platform.data, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  }

  /** Fills it with this many tickets, in bulk, after the pattern of one that the platform opened. */
  async fill(open, closed) {
    if (existsSync(this.#filled)) return;
    await this.parcels(0, 1);
    const { id } = await this.create(0);
    this.sql('-v', `open=${open}`, '-v', `closed=${closed}`, '-v', `template=${id}`, '-f', path.join(HERE, 'words.sql'), '-f', path.join(HERE, 'fill.sql'));
    if (this.kept) writeFileSync(this.#filled, JSON.stringify({ key: this.key }));
  }

  /** Registers parcels to open tickets about, each scanned twice. */
  async parcels(first, count) {
    const partner = this.client({ headers: { Authorization: `Bearer ${this.key}` } });
    const lines = (row) => Array.from({ length: count }, (_, i) => JSON.stringify(row(this.waybill(first + i)))).join('\n');
    const at = (hours) => new Date(Date.now() - hours * 3_600_000).toISOString();
    await partner.call('POST', '/api/v1/parcels', lines((waybill) => ({
      waybill, originSite: 'O440106-001', destinationSite: 'O510104-001',
      recipient: { name: '刘收件', phone: '13800000000', divisionCode: '510104', address: '四川省成都市锦江区春熙路2号' },
    })), 'application/x-ndjson');
    await partner.call('POST', '/api/v1/scans', lines((waybill) => ({ waybill, type: 'PICKED_UP', scannedAt: at(3), site: 'O440106-001' })), 'application/x-ndjson');
    await partner.call('POST', '/api/v1/scans', lines((waybill) => ({ waybill, type: 'ARRIVED', scannedAt: at(1), site: 'O510104-001' })), 'application/x-ndjson');
    partner.close();
  }

  waybill(i) {
    return `YT8${String(this.firstWaybill + i).padStart(12, '0')}`;
  }

  async create(i) {
    const { ticket } = await this.agent.call('POST', '/api/v1/tickets', {
      waybill: this.waybill(i), kind: 'QUERY', note: `客户来电反映派送延误，收件地址春熙路${i}号，寄的是药品，要求今日送达`,
    });
    return ticket;
  }

  /** The outlet says what it found, which is a step of the ticket's life. */
  step(ticket) {
    return this.clerk.call('POST', `/api/v1/tickets/${ticket.id}/answer`, { kind: 'ON_THE_WAY', remark: '已核实，正在派送', until: new Date(Date.now() + 6 * 3_600_000).toISOString(), version: ticket.version });
  }

  list(query = '', client = this.agent) {
    return client.call('GET', `/api/v1/tickets?limit=50${query}`);
  }

  search(q, client = this.agent) {
    return client.call('POST', '/api/v1/tickets/search', { q });
  }

  /** Lets these tickets fall due a second apart, the first in so many seconds. */
  dueOneByOne(tickets, seconds) {
    this.#due(`select id, now() + interval '1 second' * (${seconds} + n) from unnest('{${tickets.join(',')}}'::uuid[]) with ordinality as due (id, n)`);
  }

  /** Lets so many of the filled tickets fall due evenly over some seconds, the first so many seconds after this is committed. */
  dueSpread(count, overSeconds, ahead) {
    this.#due(`select id, now() + interval '1 second' * (${ahead} + ${overSeconds}::float8 * n / ${count}) from (select id, row_number() over (order by waybill) - 1 as n from ticket.ticket
      where closed_at is null and state = 'DISPATCHED' and level = 'OUTLET' limit ${count}) as due`);
  }

  /** Lets so many of the filled tickets be of another kind, and go by its SOP. */
  retype(count, kind, sop) {
    this.sql('-c', `update ticket.ticket set kind = '${kind}', matter = '${kind}', sop_kind = '${sop}', sop_version = 1
      where id in (select id from ticket.ticket where closed_at is null and state = 'DISPATCHED' order by waybill limit ${count})`);
    this.sql('-c', 'vacuum analyze ticket.ticket');
  }

  /** How many tickets wait until their clocks are counted anew. */
  toRecount() {
    return Number(this.sql('-At', '-c', 'select count(*) from ticket.recount'));
  }

  #due(select) {
    this.sql('-1', '-c', 'set client_min_messages = error', '-c', 'drop table if exists public.bench_due cascade', '-c', 'create table public.bench_due (ticket_id uuid primary key, due timestamptz not null)',
      '-c', `insert into public.bench_due ${select}`, '-c', DUE);
    this.sql('-c', 'vacuum analyze ticket.ticket', '-c', 'analyze public.bench_due', '-c', 'create or replace view public.bench_fired as ' + FIRED);
  }

  /** Waits until every ticket that was to fall due has fired. */
  async untilAllFired() {
    await until('the deadlines to fire', () => this.sql('-At', '-c', `select not exists (${NOT_FIRED})`).trim() === 't', 1_200_000);
  }

  /** How many seconds after its deadline each ticket's firing was committed. */
  lateness() {
    return this.sql('-At', '-c', 'select extract(epoch from f.at - d.due) from public.bench_fired f join public.bench_due d using (ticket_id)').trim().split('\n').map(Number);
  }

  async discard() {
    this.clients.forEach((client) => client.close());
    await (this.kept ? this.platform.stop() : this.platform.discard());
  }
}
