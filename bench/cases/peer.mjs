// The peer of the case benchmarks, Request Tracker 5, as its users reach it: over its REST 2.0 interface.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from './http.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const SCRIPT = path.join(HERE, 'peer');
const FIELDS = '&fields=Subject,Status,Due,Created&per_page=50';

export class Peer {
  constructor() {
    this.folder = mkdtempSync(path.join(tmpdir(), 'waypost-peer-'));
  }

  async start() {
    const said = execFileSync(SCRIPT, ['start', this.folder], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
    this.client = new Client(JSON.parse(said.trim().split('\n').at(-1)).url);
    // Its tokens are hashed so slowly that they alone take a quarter of a second; a signed-in session is its fastest way in.
    const password = readFileSync(path.join(this.folder, 'root.password'), 'utf8').trim();
    await this.client.call('POST', '/NoAuth/Login.html', new URLSearchParams({ user: 'root', pass: password }).toString(), 'application/x-www-form-urlencoded');
    // The customer of all the cases, made as the peer makes customers: by the first case.
    await this.create(0);
    return this;
  }

  sql(...args) {
    return execFileSync(SCRIPT, ['sql', this.folder, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  }

  /** Fills it with this many tickets, in bulk. */
  fill(open, closed) {
    this.sql('-v', `open=${open}`, '-v', `closed=${closed}`, '-f', path.join(HERE, 'words.sql'), '-f', path.join(HERE, 'fill-peer.sql'));
  }

  /** Runs one of its own programs; resolves when it ends. */
  run(program, ...args) {
    return new Promise((resolve, reject) => {
      const child = spawn(SCRIPT, ['run', this.folder, program, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
      child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}`))));
    });
  }

  async create(i, level = 'ordinary') {
    const { id } = await this.client.call('POST', '/REST/2.0/ticket', {
      Queue: 'Cases',
      Subject: '派送延误：春熙路的客户',
      Requestor: 'customer@example.com',
      Content: `客户来电反映派送延误，收件地址春熙路${i}号，寄的是药品，要求今日送达`,
      SLA: level,
      CustomFields: { Waybill: `YT8${String(i).padStart(12, '0')}`, Kind: 'QUERY', Unit: 'O510104-001' },
    });
    return Number(id);
  }

  /** A step of a ticket; a refusal is an answer in words with status 200 there. */
  async step(id, status) {
    const said = await this.client.call('PUT', `/REST/2.0/ticket/${id}`, { Status: status });
    if (!String(said).includes('changed')) throw new Error(`Ticket ${id}: ${said}`);
  }

  openByDue() {
    return this.#find("Queue='Cases' AND (Status='new' OR Status='open')", '&orderby=Due&order=ASC');
  }

  byNumber(id) {
    return this.#find(`id=${id}`);
  }

  byWaybill(waybill) {
    return this.#find(`CF.{Waybill}='${waybill}'`);
  }

  /** Words in the subject: finds them, by reading everything. */
  bySubject(...words) {
    return this.#find(words.map((word) => `Subject LIKE '${word}'`).join(' AND '));
  }

  /** Words in what the customer said, by its full-text index. */
  byContent(...words) {
    return this.#find(words.map((word) => `Content LIKE '${word}'`).join(' AND '));
  }

  #find(query, order = '') {
    return this.client.call('GET', `/REST/2.0/tickets?query=${encodeURIComponent(query)}${order}${FIELDS}`);
  }

  discard() {
    this.client?.close();
    execFileSync(SCRIPT, ['stop', this.folder]);
  }
}
