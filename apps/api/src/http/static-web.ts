import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problem, problemMediaType } from './problem.js';

/** Addresses that belong to the server; everything else is a page of the web application. */
const serverPaths = ['/api', '/metrics'];
/** The pages for residents are an application of their own. */
const residentPaths = ['/public', '/stations'];
const year = 31_536_000;

/**
 * Serves the built web application with its pages' addresses answered by index.html, or resident.html. Files under /assets/ carry a hash
 * in their names and are kept for a year; a missing one is 404, so that an old page does not get HTML for a script.
 */
export async function serveWeb(server: FastifyInstance, root: string): Promise<void> {
  if (!existsSync(join(root, 'index.html'))) return;
  await server.register(fastifyStatic, { root, serve: false, preCompressed: true, cacheControl: false });
  server.get('/*', (request, reply) => sendFile(request, reply, root));
}

function sendFile(request: FastifyRequest, reply: FastifyReply, root: string): FastifyReply {
  const path = decodePath(request.url);
  if (path === undefined || serverPaths.some((prefix) => isWithin(path, prefix))) {
    return notFound(request, reply);
  }
  const isFile = path !== '/' && !path.includes('\0') && existsSync(join(root, path)) && path.includes('.');
  if (path.startsWith('/assets/')) {
    if (!isFile) return notFound(request, reply);
    return reply.header('cache-control', `public, max-age=${year}, immutable`).sendFile(path);
  }
  return reply.header('cache-control', 'no-cache').sendFile(isFile ? path : pageFor(path));
}

function pageFor(path: string): string {
  return residentPaths.some((prefix) => isWithin(path, prefix)) ? 'resident.html' : 'index.html';
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
