/** The page's two servers on the loopback address: the page itself, and the sidebar's frame on an origin of its own. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { Refused } from './refused';

const HOST = '127.0.0.1';

/** What one address path answers with: a file read afresh each time, or text made at the start. */
export interface Resource {
  readonly type: string;
  readonly content: URL | (() => string);
}

/** Paths served, and nothing else: no folder is ever listed or searched, so no path can lead out of it. */
export type Resources = ReadonlyMap<string, Resource>;

export interface RunningServer {
  readonly origin: string;
  /** The same server by both names a person may type. */
  readonly origins: readonly string[];
  readonly close: () => Promise<void>;
}

export interface ServerSetup {
  /** 0 takes any free port. */
  readonly port: number;
  readonly resources: Resources;
  /** Headers of every answer, given the server's own origin. */
  readonly headers: (origin: string) => Readonly<Record<string, string>>;
  /** Origins beside its own that may ask; others are turned away. */
  readonly allowedOrigins?: readonly string[];
}

/** Listens on the loopback address alone; port 0 takes any free one. @throws Refused when the port is taken. */
export async function startServer({ port, resources, headers, allowedOrigins = [] }: ServerSetup): Promise<RunningServer> {
  let origin = '';
  const server = createServer((request, response) => {
    void answer(request, response, { origin, allowedOrigins, resources, headers: headers(origin) });
  });
  await listening(server, port);
  const { port: own } = server.address() as AddressInfo;
  origin = `http://${HOST}:${own}`;
  return {
    origin,
    origins: [origin, `http://localhost:${own}`],
    close: async () =>
      new Promise((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  };
}

async function listening(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      fail(
        taken
          ? new Refused(`Port ${port} is taken by another program; choose another one, for example: npm start -- --port 4200`)
          : error,
      );
    });
    server.listen(port, HOST, done);
  });
}

interface Answering {
  readonly origin: string;
  readonly allowedOrigins: readonly string[];
  readonly resources: Resources;
  readonly headers: Readonly<Record<string, string>>;
}

async function answer(request: IncomingMessage, response: ServerResponse, given: Answering): Promise<void> {
  const refuse = (status: number, sentence: string): void => {
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${sentence}\n`);
  };
  if (!isMeantForUs(request, given)) {
    refuse(403, 'This server answers its own page only.');
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    refuse(405, 'This server only gives.');
    return;
  }
  const resource = given.resources.get((request.url ?? '').split('?')[0] ?? '');
  if (resource === undefined) {
    refuse(404, 'There is nothing here.');
    return;
  }
  try {
    const { content } = resource;
    const body = content instanceof URL ? await readFile(content) : content();
    response.writeHead(200, {
      ...given.headers,
      'content-type': resource.type,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  } catch {
    refuse(500, 'A file of the workbench is missing; run: npm ci && npm run build');
  }
}

/** A page elsewhere may point its own name at this address; its Host or Origin gives it away. */
function isMeantForUs(request: IncomingMessage, { origin, allowedOrigins }: Answering): boolean {
  const port = origin.split(':').at(-1) ?? '';
  const host = request.headers.host ?? '';
  if (host !== `${HOST}:${port}` && host !== `localhost:${port}`) return false;
  const from = request.headers.origin;
  return from === undefined || from === `http://${host}` || allowedOrigins.includes(from);
}
