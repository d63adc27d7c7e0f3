// HTTP as the benchmarks use it on both sides: kept-alive connections, cookies, JSON.
import http from 'node:http';

export class Client {
  #cookies = new Map();
  #headers;
  #agent;

  constructor(url, { connections = 4, headers = {} } = {}) {
    this.url = url;
    this.#headers = headers;
    this.#agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  }

  /** Sends a value as JSON, or a string with its type, and gives back what was answered. */
  async call(method, route, value, type = 'application/json') {
    const body = value === undefined ? undefined : typeof value === 'string' || Buffer.isBuffer(value) ? value : JSON.stringify(value);
    const headers = { ...this.#headers };
    if (this.#cookies.size) headers.Cookie = [...this.#cookies].map(([name, content]) => `${name}=${content}`).join('; ');
    if (this.#cookies.has('XSRF-TOKEN')) headers['X-XSRF-TOKEN'] = decodeURIComponent(this.#cookies.get('XSRF-TOKEN'));
    if (body !== undefined) Object.assign(headers, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) });
    const { status, text } = await this.#send(method, route, headers, body);
    if (status >= 400) throw new Error(`${method} ${route} answered ${status}: ${text.slice(0, 2000)}`);
    return text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text;
  }

  /** Uploads a text as the file of a form. */
  upload(route, name, text) {
    const edge = 'edge-of-the-form';
    const body = `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n${text}\r\n--${edge}--\r\n`;
    return this.call('POST', route, body, `multipart/form-data; boundary=${edge}`);
  }

  close() {
    this.#agent.destroy();
  }

  #send(method, route, headers, body) {
    return new Promise((resolve, reject) => {
      const request = http.request(`${this.url}${route}`, { method, headers, agent: this.#agent }, (response) => {
        for (const cookie of response.headers['set-cookie'] ?? []) {
          const [pair] = cookie.split(';');
          this.#cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
        }
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('end', () => resolve({ status: response.statusCode, text: Buffer.concat(parts).toString() }));
        response.on('error', reject);
      });
      request.on('error', reject);
      request.end(body);
    });
  }
}
