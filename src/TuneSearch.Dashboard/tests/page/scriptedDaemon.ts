import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { JobSummary, Parameter } from '../../src/api/types';

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

/** A daemon on loopback that says what a test tells it to, and remembers what it was asked. */
export class ScriptedDaemon {
  jobs: JobSummary[] = [];
  space: Parameter[] = [];
  token: string | undefined;
  readonly asked: string[] = [];

  /** The version from which each watcher went on, in their order. */
  readonly resumedFrom: string[] = [];
  private readonly events: string[] = [];
  private finished = false;
  private readonly watchers = new Set<ServerResponse>();
  private readonly server = createServer((request, response) => void this.answer(request, response));

  constructor(private readonly pages: string) {}

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  start(): Promise<void> {
    return new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  stop(): Promise<void> {
    this.drop();
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  /** An event for who watches now and for who comes later. */
  tell(event: 'trial' | 'progress' | 'job', id: number, document: unknown): void {
    const text = `event: ${event}\nid: ${id}\ndata: ${JSON.stringify(document)}\n\n`;
    this.events.push(text);
    this.watchers.forEach((watcher) => watcher.write(text));
  }

  /** There is nothing more to tell: streams end, as the daemon's do with a job. */
  finish(): void {
    this.finished = true;
    this.watchers.forEach((watcher) => watcher.end());
  }

  /** The connections of all watchers break. */
  drop(): void {
    this.watchers.forEach((watcher) => watcher.destroy());
    this.watchers.clear();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url!;
    if (!path.startsWith('/api/')) {
      await this.page(path, response);
      return;
    }
    this.asked.push(`${request.method} ${path.slice('/api/v1'.length)}`);
    if (this.token && request.headers.authorization !== `Bearer ${this.token}`) {
      json(response, { status: 401, detail: 'This daemon wants a token.' }, 401);
    } else if (path === '/api/v1/jobs') {
      json(response, this.jobs);
    } else if (path.endsWith('/space')) {
      json(response, this.space);
    } else if (path.endsWith('/events')) {
      this.resumedFrom.push(String(request.headers['last-event-id']));
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.flushHeaders();
      this.watchers.add(response);
      this.events.forEach((event) => response.write(event));
      if (this.finished) {
        response.end();
      }
    } else if (request.method === 'POST' && path.endsWith('/pause')) {
      json(response, { detail: 'The job is over.', problems: [{ where: 'nightly-1', message: 'it has ended', remedy: 'Submit it again' }] }, 409);
    } else {
      json(response, {});
    }
  }

  private async page(path: string, response: ServerResponse): Promise<void> {
    const file = join(this.pages, path === '/' ? 'index.html' : path);
    try {
      const content = await readFile(file);
      response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  }
}

const json = (response: ServerResponse, document: unknown, status = 200): void => {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(document));
};
