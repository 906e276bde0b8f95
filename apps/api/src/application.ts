import fastifyCookie from '@fastify/cookie';
import { RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestLog, newId, type Clock, type PartContext } from '@lianban/platform';
import { ApiModule } from './api.module.js';
import { prepareEngineRest } from './engine-rest/prepare-engine-rest.js';
import { setAdmission } from './http/admission.js';
import { setBodyParsers } from './http/body-parsers.js';
import { serveOpenApi } from './http/openapi.js';
import { problem, problemMediaType } from './http/problem.js';
import { followRequests } from './http/request-context.js';
import { setSecurityHeaders } from './http/security-headers.js';
import { serveWeb } from './http/static-web.js';
import { createValidationPipe } from './http/validation.js';
import { Metrics } from './operations/metrics.js';

/** What the application is made from. */
export interface ApplicationOptions extends PartContext {
  /** Folder of the built web application; absent or empty: none is served. */
  readonly webRoot?: string | undefined;
  readonly clock?: Clock | undefined;
}

/** Bytes of a request's body at most; a diagram of 10,000 elements fits. */
const bodyLimit = 12 * 1024 * 1024;

/** Bytes of the bodies of all requests that are under way. */
const bodiesLimit = 192 * 1024 * 1024;
/** How long a request may take to arrive, in milliseconds: a slow one keeps others out. */
const requestTimeout = 60_000;

/** Builds the HTTP application, ready to listen. */
export async function createApplication(options: ApplicationOptions): Promise<NestFastifyApplication> {
  const { config, webRoot } = options;
  const adapter = new FastifyAdapter({
    bodyLimit,
    requestTimeout,
    // Whoever else names an address would choose how often they may guess, and what the audit trail says of them.
    trustProxy: [...config.proxies],
    forceCloseConnections: 'idle',
    genReqId: () => newId(),
    routerOptions: { maxParamLength: 300 },
    // An address that cannot be read, such as one with half an escape, comes to no filter.
    frameworkErrors: (error: Error, _request: FastifyRequest, reply: FastifyReply) => {
      const body = problem({ status: 400, code: 'request-invalid', detail: error.message });
      void reply.status(400).header('content-type', problemMediaType).send(JSON.stringify(body));
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot(options), adapter, {
    logger: new NestLog(options.log),
    abortOnError: false,
    bodyParser: false,
  });
  // Nest's own type of the instance has another type parameter for the same object.
  const server = app.getHttpAdapter().getInstance();
  followRequests(server, options.log);
  await setSecurityHeaders(server);
  setAdmission(server, { requests: config.mostRequests, bytes: bodiesLimit, unknownBody: bodyLimit });
  await server.register(fastifyCookie);
  setBodyParsers(server);
  await prepareEngineRest(server);
  app.get(Metrics).observe(server);
  app.setGlobalPrefix('api/v1', {
    exclude: [
      { path: 'metrics', method: RequestMethod.GET },
      { path: '.well-known/security.txt', method: RequestMethod.GET },
      { path: 'api/health/live', method: RequestMethod.GET },
      { path: 'api/health/ready', method: RequestMethod.GET },
      { path: 'engine-rest/*path', method: RequestMethod.ALL },
    ],
  });
  app.useGlobalPipes(createValidationPipe());
  serveOpenApi(app);
  if (webRoot !== undefined) await serveWeb(server, { root: webRoot, timeZone: config.timeZone });
  await app.init();
  return app;
}
