// The partner's side: uploads with the simulator's key, as a carrier's own gateway would.

export class Partner {
  constructor(platform, key = platform.secret('simulator.key')) {
    this.platform = platform;
    this.key = key;
  }

  async call(method, route, body, headers = {}) {
    const response = await fetch(`${this.platform.url}/api/v1${route}`, {
      method,
      headers: { Authorization: `Bearer ${this.key}`, ...headers },
      body,
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${route} answered ${response.status}: ${text}`);
    return text ? JSON.parse(text) : undefined;
  }

  json(method, route, value) {
    return this.call(method, route, JSON.stringify(value), { 'Content-Type': 'application/json' });
  }

  lines(route, rows) {
    return this.call('POST', route, rows.map((row) => JSON.stringify(row)).join('\n'), { 'Content-Type': 'application/x-ndjson' });
  }

  scans(...rows) {
    return this.lines('/scans', rows);
  }

  parcels(...rows) {
    return this.lines('/parcels', rows);
  }

  async upload(route, name, text) {
    const form = new FormData();
    form.append('file', new Blob([text], { type: 'text/csv' }), name);
    const report = await this.call('POST', route, form);
    if (report.errors?.length) throw new Error(`${route}: ${JSON.stringify(report.errors)}`);
    return report;
  }

  async now() {
    return new Date((await this.call('GET', '/system')).now);
  }

  /** Moves business time to the given instant; everything due by then is done when it returns. */
  advanceTo(instant) {
    return this.json('PUT', '/demo/clock', { advanceTo: instant.toISOString() });
  }

  async forward({ hours = 0, minutes = 0 }) {
    return this.advanceTo(new Date((await this.now()).getTime() + (hours * 60 + minutes) * 60_000));
  }
}

export const hours = (n) => n * 3_600_000;
export const minutes = (n) => n * 60_000;
export const at = (start, milliseconds) => new Date(start.getTime() + milliseconds).toISOString();
