import type { Attributes, Context, Span, SpanContext, Tracer, TraceAPI } from '@opentelemetry/api';

/** What kind of work a span stands for, as OpenTelemetry names it. */
export type SpanRole = 'internal' | 'server' | 'client' | 'consumer';

/** How a span is made. */
export interface SpanInit {
  readonly role?: SpanRole;
  readonly attributes?: Attributes;
  /** A `traceparent` under which it belongs, where that is not what runs at present. */
  readonly parent?: string | null | undefined;
}

/** A span that is ended by hand. */
export interface OpenSpan {
  /** Does something as part of the span. */
  within<T>(work: () => T): T;
  end(facts?: { readonly attributes?: Attributes; readonly failed?: boolean }): void;
}

/** What is there once tracing is on. */
export interface ActiveTracing {
  readonly api: typeof import('@opentelemetry/api');
  readonly tracer: Tracer;
}

let active: ActiveTracing | undefined;

/** Switches spans on or, without an argument, off; {@link startTracing} is what others call. */
export function useTracing(tracing: ActiveTracing | undefined): void {
  active = tracing;
}

/** Does something in a span of its own, a child of what runs at present. Without tracing it costs a comparison. */
export async function traced<T>(name: string, init: SpanInit, work: () => Promise<T>): Promise<T> {
  if (!active) return await work();
  const { span, context, api } = begin(active, name, init);
  try {
    return await api.context.with(context, work);
  } catch (error) {
    fail(api, span, error);
    throw error;
  } finally {
    span.end();
  }
}

/** As {@link traced}, for work that is done at once. */
export function tracedAtOnce<T>(name: string, init: SpanInit, work: () => T): T {
  if (!active) return work();
  const { span, context, api } = begin(active, name, init);
  try {
    return api.context.with(context, work);
  } catch (error) {
    fail(api, span, error);
    throw error;
  } finally {
    span.end();
  }
}

/** Opens a span that ends elsewhere, as with a request; undefined without tracing. */
export function openSpan(name: string, init: SpanInit): OpenSpan | undefined {
  if (!active) return undefined;
  const { span, context, api } = begin(active, name, init);
  return {
    within: (work) => api.context.with(context, work),
    end({ attributes = {}, failed = false } = {}) {
      span.setAttributes(attributes);
      if (failed) span.setStatus({ code: api.SpanStatusCode.ERROR });
      span.end();
    },
  };
}

/** Which span runs at present. */
export function currentTrace(): SpanContext | undefined {
  return active?.api.trace.getActiveSpan()?.spanContext();
}

/** The span that runs at present as a `traceparent` (W3C Trace Context); undefined without tracing or outside of spans. */
export function traceParent(): string | undefined {
  const span = currentTrace();
  return span && `00-${span.traceId}-${span.spanId}-${span.traceFlags.toString(16).padStart(2, '0')}`;
}

function begin({ api, tracer }: ActiveTracing, name: string, { role = 'internal', attributes = {}, parent }: SpanInit) {
  const base = parentContext(api, parent);
  const span = tracer.startSpan(name, { kind: kindOf(api, role), attributes }, base);
  return { span, context: api.trace.setSpan(base, span), api };
}

/** Of the error its name only: messages may hold what somebody typed. */
function fail(api: ActiveTracing['api'], span: Span, error: unknown): void {
  const name = error instanceof Error ? error.name : 'unknown';
  span.setAttribute('error.type', name);
  span.setStatus({ code: api.SpanStatusCode.ERROR, message: name });
}

function parentContext(api: { trace: TraceAPI } & ActiveTracing['api'], parent: string | null | undefined): Context {
  const here = api.context.active();
  const [, traceId, spanId, flags] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/u.exec(parent ?? '') ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return here;
  const remote = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
  return api.isSpanContextValid(remote) ? api.trace.setSpanContext(here, remote) : here;
}

function kindOf({ SpanKind }: ActiveTracing['api'], role: SpanRole) {
  switch (role) {
    case 'internal':
      return SpanKind.INTERNAL;
    case 'server':
      return SpanKind.SERVER;
    case 'client':
      return SpanKind.CLIENT;
    case 'consumer':
      return SpanKind.CONSUMER;
  }
}
