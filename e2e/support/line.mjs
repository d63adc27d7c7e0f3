import { randomUUID } from 'node:crypto';
import { until } from './platform.mjs';

/** One side's line to the edge: single requests, each sent again with the same number until it is acknowledged. */
export class Line {
  constructor(platform, token, device) {
    this.platform = platform;
    this.token = token;
    this.device = device;
    this.acknowledged = new Map();
  }

  async frame(frame) {
    const response = await fetch(`http://127.0.0.1:${this.platform.chatPort}/chat/v1/frames?dev=${this.device}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${this.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(frame),
      signal: AbortSignal.timeout(5_000),
    });
    if (!response.ok) throw new Error(`The edge answered ${response.status}: ${await response.text()}`);
    const answer = await response.json();
    return answer.frames?.[0] ?? answer;
  }

  async say(text, conv) {
    const cid = randomUUID();
    const ack = await until(`"${text}" to be acknowledged`, async () => {
      const answer = await this.frame({ t: 'post', cid, conv, kind: 'TEXT', text });
      if (answer.t === 'refused') throw new Error(`${answer.code}: ${answer.text}`);
      return answer.t === 'ack' && answer;
    }, 90_000);
    this.acknowledged.set(cid, ack.seq);
    return ack;
  }

  async all(conv) {
    const found = [];
    for (;;) {
      const { items } = await this.frame({ t: 'pull', conv, after: found.length, max: 100 });
      if (items.length === 0) return found;
      found.push(...items);
    }
  }
}
