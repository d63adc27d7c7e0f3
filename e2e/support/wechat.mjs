// WeChat on this machine: tells the platform what a customer writes, in safe mode, three times where it hears nothing; takes what is answered.
import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';

export const ACCOUNT = {
  appId: 'wx0123456789abcdef',
  appSecret: '0123456789abcdef0123456789abcdef',
  token: 'Waypost2026',
  aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
};

export class Wechat {
  sent = [];
  tokens = 0;

  async start() {
    this.server = createServer((request, response) => void this.serve(request, response)).listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    this.url = `http://127.0.0.1:${this.server.address().port}`;
    return this;
  }

  async serve(request, response) {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const url = new URL(request.url, this.url);
    const answer = (value, status = 200) => {
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(value));
    };
    if (url.pathname === '/cgi-bin/stable_token') {
      const asked = JSON.parse(Buffer.concat(chunks));
      if (asked.secret !== ACCOUNT.appSecret) return answer({ errcode: 40125, errmsg: 'invalid appsecret' });
      this.tokens += 1;
      return answer({ access_token: `token${this.tokens}`, expires_in: 7200 });
    }
    if (url.searchParams.get('access_token') !== `token${this.tokens}`) return answer({ errcode: 40001, errmsg: 'invalid credential' });
    if (url.pathname !== '/cgi-bin/message/custom/send') return answer({}, 404);
    const message = JSON.parse(Buffer.concat(chunks));
    this.sent.push({ to: message.touser, text: message.text?.content });
    return answer({ errcode: 0, errmsg: 'ok' });
  }

  /** A customer writes; the platform is told once more where it does not answer within five seconds, twice at most. */
  async says(callback, openid, text, { tries = 3, wait = 0 } = {}) {
    const call = this.prepare(callback, openid, text);
    for (let tried = 1; ; tried++) {
      try {
        return await this.call(call);
      } catch (failure) {
        if (tried === tries || failure.message.includes('BAD_SIGNATURE')) throw failure;
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
  }

  /** A message as WeChat tells it: signed and encrypted. */
  prepare(callback, openid, text) {
    const now = Math.floor(Date.now() / 1000);
    const id = BigInt(`0x${randomBytes(7).toString('hex')}`);
    const encrypted = this.encrypt(
      `<xml><ToUserName>gh</ToUserName><FromUserName><![CDATA[${openid}]]></FromUserName><CreateTime>${now}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[${text}]]></Content><MsgId>${id}</MsgId></xml>`,
    );
    const nonce = randomBytes(6).toString('hex');
    const signature = createHash('sha1').update([ACCOUNT.token, String(now), nonce, encrypted].sort().join('')).digest('hex');
    return {
      address: `${callback}?msg_signature=${signature}&timestamp=${now}&nonce=${nonce}&encrypt_type=aes`,
      body: `<xml><ToUserName>gh</ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`,
    };
  }

  async call({ address, body }) {
    const response = await fetch(address, { method: 'POST', headers: { 'Content-Type': 'text/xml' }, body, signal: AbortSignal.timeout(5_000) });
    const words = await response.text();
    if (!response.ok || words !== 'success') throw new Error(`The platform answered ${response.status}: ${words}`);
  }

  encrypt(message) {
    const key = Buffer.from(`${ACCOUNT.aesKey}=`, 'base64');
    const text = Buffer.from(message);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(text.length);
    const plain = Buffer.concat([randomBytes(16), length, text, Buffer.from(ACCOUNT.appId)]);
    const padding = 32 - (plain.length % 32);
    const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    return Buffer.concat([cipher.update(Buffer.concat([plain, Buffer.alloc(padding, padding)])), cipher.final()]).toString('base64');
  }

  stop() {
    this.server?.closeAllConnections();
    this.server?.close();
  }
}
