// Uploads that go on until the platform dies under them, and what was acknowledged by then.
import { Partner } from './partner.mjs';

export class Uploads {
  #next = 0;

  constructor(platform, { lines = 400, lanes = 4 } = {}) {
    this.platform = platform;
    this.lines = lines;
    this.lanes = lanes;
    this.acknowledged = [];
    this.unanswered = [];
  }

  /** Uploads on several connections until `enough` calls were acknowledged, then runs `blow` in the middle of the traffic. */
  async until(enough, blow) {
    const partner = new Partner(this.platform);
    const now = await partner.now();
    const goal = this.acknowledged.length + enough;
    let struck;
    const strike = () => (struck ??= blow());
    await Promise.all(
      Array.from({ length: this.lanes }, async () => {
        while (!struck) {
          const batch = this.#batch(now);
          try {
            const answer = await partner.scans(...batch);
            if (answer.accepted !== batch.length) throw new Error(`accepted ${answer.accepted} of ${batch.length} new scans`);
            this.acknowledged.push(batch);
          } catch (error) {
            if (!struck) throw error;
            this.unanswered.push(batch);
          }
          if (this.acknowledged.length >= goal) strike();
        }
      }),
    );
    await struck;
  }

  #batch(now) {
    const first = this.#next;
    this.#next += this.lines;
    return Array.from({ length: this.lines }, (_, line) => ({
      waybill: `YT${String(8_000_000_000_000 + first + line)}`,
      // Delivered: what is counted here must not fall silent and fill the tests that follow with tickets.
      type: 'SIGNED',
      scannedAt: new Date(now.getTime() - 60_000).toISOString(),
      site: 'O440106-001',
    }));
  }
}
