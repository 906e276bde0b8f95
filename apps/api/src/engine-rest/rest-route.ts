import { applyDecorators, Controller, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Route, type RouteAccess } from '../http/route.js';
import { EngineRestFilter } from './engine-rest.filter.js';

/** Where the interface lies; programs that name an engine mean the only one. */
const bases = ['engine-rest', 'engine-rest/engine/default'];

/** A controller of the interface for programs written for Camunda 7. Not in our OpenAPI document: theirs describes it. */
export function EngineRest(path: string): ClassDecorator {
  return applyDecorators(
    Controller(bases.map((base) => (path === '' ? base : `${base}/${path}`))),
    ApiExcludeController(),
    UseFilters(EngineRestFilter),
  );
}

/** A route of the interface: who may call it, and the status of its answer. */
export function RestRoute(summary: string, access: RouteAccess, status: 200 | 204 = 200): MethodDecorator {
  return Route({ summary, access, status });
}
