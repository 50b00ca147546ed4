/** The page's servers: loopback only, a fixed list of paths, and nothing for pages of other names or origins. */
import { request } from 'node:http';
import { pathToFileURL } from 'node:url';
import { startServer } from '../../../workbench/cli/server';
import type { RunningServer } from '../../../workbench/cli/server';
import { servePage } from '../../../workbench/cli/pageServers';

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

async function ask(origin: string, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  return new Promise((done, fail) => {
    const asked = request({ hostname, port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => (body += part));
      response.on('end', () => done({ status: response.statusCode ?? 0, body, headers: response.headers }));
    });
    asked.on('error', fail).end();
  });
}

describe('one server', () => {
  let server: RunningServer;
  beforeAll(async () => {
    const resources = new Map([
      ['/', { type: 'text/plain', content: () => 'hello' }],
      ['/gone', { type: 'text/plain', content: pathToFileURL('/nowhere/at/all') }],
    ]);
    server = await startServer({
      port: 0,
      resources,
      headers: () => ({ 'x-own': 'yes' }),
      allowedOrigins: ['http://127.0.0.1:9'],
    });
  });
  afterAll(async () => server.close());

  test('it binds the loopback address', () => {
    expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  test('a listed path is given with its headers', async () => {
    const answer = await ask(server.origin, '/?x=1');
    expect([answer.status, answer.body, answer.headers['x-own'], answer.headers['x-content-type-options']]).toEqual([
      200,
      'hello',
      'yes',
      'nosniff',
    ]);
  });

  test.each(['/../package.json', '/%2e%2e/package.json', '/..\\package.json', '/etc/passwd', '//', '/dist/'])(
    '%s is nothing',
    async (path) => {
      expect((await ask(server.origin, path)).status).toBe(404);
    },
  );

  test.each([
    ['a forged host', { host: 'evil.example:4173' }],
    ['a host without the port', { host: '127.0.0.1' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['a sandboxed origin', { origin: 'null' }],
  ])('%s is turned away', async (_what, headers) => {
    expect((await ask(server.origin, '/', headers)).status).toBe(403);
  });

  test('its own origin and an allowed one may ask', async () => {
    expect((await ask(server.origin, '/', { origin: server.origin })).status).toBe(200);
    expect((await ask(server.origin, '/', { origin: 'http://127.0.0.1:9' })).status).toBe(200);
  });

  test('nothing can be sent to it', async () => {
    expect((await ask(server.origin, '/', {}, 'POST')).status).toBe(405);
  });

  test('a missing file is a sentence without its path', async () => {
    expect(await ask(server.origin, '/gone')).toMatchObject({
      status: 500,
      body: 'A file of the workbench is missing; run: npm ci && npm run build\n',
    });
  });

  test('a taken port is a sentence', async () => {
    const port = Number(new URL(server.origin).port);
    await expect(startServer({ port, resources: new Map(), headers: () => ({}) })).rejects.toThrow(
      `Port ${port} is taken by another program; choose another one, for example: npm start -- --port 4200`,
    );
  });
});

test('page and frame are two origins that know each other', async () => {
  const page = await servePage({ root: pathToFileURL(`${process.cwd()}/`), port: 0, bundleHash: 'abc', workbook: '{}' });
  try {
    const start = JSON.parse((await ask(page.origin, '/start.json')).body) as { frameOrigin: string; bundleHash: string };
    expect(start.bundleHash).toBe('abc');
    expect(start.frameOrigin).not.toBe(page.origin);
    const [home, frame] = await Promise.all([ask(page.origin, '/'), ask(start.frameOrigin, '/')]);
    expect(String(home.headers['content-security-policy'])).toContain(`frame-src 'self' ${start.frameOrigin}`);
    expect(String(frame.headers['content-security-policy'])).toContain(`frame-ancestors ${page.origin}`);
    const engine = await ask(page.origin, '/engine/owl.iife.js');
    expect(engine.status).toBe(200);
    for (const answer of [home, frame, engine]) expect(answer.headers['cross-origin-resource-policy']).toBe('same-origin');
  } finally {
    await page.close();
  }
});

test('by the name localhost the page is the same and its frame lets it in', async () => {
  const page = await servePage({ root: pathToFileURL(`${process.cwd()}/`), port: 0, bundleHash: 'abc', workbook: '{}' });
  try {
    const named = page.origin.replace('127.0.0.1', 'localhost');
    const own = { host: new URL(named).host, origin: named };
    const { frameOrigin } = JSON.parse((await ask(page.origin, '/start.json', own)).body) as { frameOrigin: string };
    const frame = await ask(frameOrigin, '/', { origin: named });
    expect(frame.status).toBe(200);
    const ancestors = /frame-ancestors ([^;]*)/.exec(String(frame.headers['content-security-policy']))?.[1];
    expect(ancestors?.split(' ')).toEqual([page.origin, named]);
  } finally {
    await page.close();
  }
});
