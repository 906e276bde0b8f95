import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problem, problemMediaType } from './problem.js';

/** Addresses that belong to the server; everything else is a page of the web application. */
const serverPaths = ['/api', '/metrics'];
/** The pages for residents are an application of their own. */
const residentPaths = ['/public', '/stations'];
const year = 31_536_000;
/** Where a page reads in which zone it shows times; what is built has the default. */
const zoneMark = /(<meta name="time-zone" content=")[^"]*"/u;

/** What is served, and how. */
interface WebOptions {
  /** Folder of the built web application. */
  readonly root: string;
  /** IANA name of the zone of the calendars: every page is told, so that no question is needed before the first paint. */
  readonly timeZone: string;
}

/** A page of HTML, which browsers keep only while its mark stays the same. */
interface WebPage {
  readonly html: string;
  readonly etag: string;
}

/**
 * Serves the built web application with its pages' addresses answered by index.html, or resident.html. Files under /assets/ carry a hash
 * in their names and are kept for a year; a missing one is 404, so that an old page does not get HTML for a script.
 */
export async function serveWeb(server: FastifyInstance, options: WebOptions): Promise<void> {
  const { root } = options;
  if (!existsSync(join(root, 'index.html'))) return;
  await server.register(fastifyStatic, { root, serve: false, preCompressed: true, cacheControl: false });
  server.get('/*', (request, reply) => send(request, reply, options));
}

function send(request: FastifyRequest, reply: FastifyReply, options: WebOptions): FastifyReply {
  const path = decodePath(request.url);
  if (path === undefined || serverPaths.some((prefix) => isWithin(path, prefix))) {
    return notFound(request, reply);
  }
  const { root } = options;
  const isFile = path !== '/' && !path.includes('\0') && existsSync(join(root, path)) && path.includes('.');
  if (path.startsWith('/assets/')) {
    if (!isFile) return notFound(request, reply);
    return reply.header('cache-control', `public, max-age=${year}, immutable`).sendFile(path);
  }
  reply.header('cache-control', 'no-cache');
  return isFile && !path.endsWith('.html') ? reply.sendFile(path) : sendPage(request, reply, pageFor(path, options));
}

function sendPage(request: FastifyRequest, reply: FastifyReply, { html, etag }: WebPage): FastifyReply {
  reply.header('etag', etag);
  if (request.headers['if-none-match'] === etag) return reply.status(304).send();
  return reply.type('text/html; charset=utf-8').send(html);
}

/** Read anew each time, a page is small: whoever builds the web while the server runs sees it. */
function pageFor(path: string, { root, timeZone }: WebOptions): WebPage {
  const name = residentPaths.some((prefix) => isWithin(path, prefix)) ? 'resident.html' : 'index.html';
  const html = readFileSync(join(root, name), 'utf8').replace(zoneMark, `$1${timeZone}"`);
  return { html, etag: `"${createHash('sha256').update(html).digest('base64url')}"` };
}

function isWithin(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`);
}

function decodePath(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.split('?')[0] ?? '/');
    return path.includes('..') ? undefined : path;
  } catch {
    return undefined; // a broken escape is no address of ours
  }
}

function notFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const detail = `${request.method} ${request.url.split('?')[0]} is no address of this server.`;
  const body = problem({ status: 404, code: 'route-unknown', detail });
  return reply.status(404).header('content-type', problemMediaType).send(JSON.stringify(body));
}
