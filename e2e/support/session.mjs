// A person signed in over HTTP, without a browser.

export class Session {
  #cookies = new Map();

  constructor(url) {
    this.url = url;
  }

  async signIn(username, password) {
    // Any read hands out the token that a change must bring back.
    await this.get('/system');
    await this.#send('POST', '/session', { username, password });
    return this;
  }

  get(route) {
    return this.#send('GET', route);
  }

  post(route, value = {}) {
    return this.#send('POST', route, value);
  }

  put(route, value = {}) {
    return this.#send('PUT', route, value);
  }

  async #send(method, route, value) {
    const response = await fetch(`${this.url}/api/v1${route}`, {
      method,
      headers: {
        Cookie: [...this.#cookies].map(([name, content]) => `${name}=${content}`).join('; '),
        ...(value === undefined
          ? {}
          : { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': decodeURIComponent(this.#cookies.get('XSRF-TOKEN') ?? '') }),
      },
      body: value === undefined ? undefined : JSON.stringify(value),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair] = cookie.split(';');
      this.#cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${route} answered ${response.status}: ${text}`);
    return text ? JSON.parse(text) : undefined;
  }
}
