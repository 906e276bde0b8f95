import { useTracing } from './tracing.js';

/** Ends tracing after the last spans went out. */
export type StopTracing = () => Promise<void>;

/**
 * Switches tracing on where the environment asks for it by OpenTelemetry's own variables: `OTEL_EXPORTER_OTLP_ENDPOINT`
 * or `OTEL_EXPORTER_OTLP_TRACES_ENDPOINT`; the other `OTEL_…` variables (service name, headers, sampler) hold too.
 * Nothing of OpenTelemetry is loaded otherwise. Spans go out as OTLP over HTTP in JSON.
 */
export async function startTracing(env: NodeJS.ProcessEnv): Promise<StopTracing> {
  if (!isWanted(env)) return () => Promise.resolve();
  const api = await import('@opentelemetry/api');
  const { BatchSpanProcessor, NodeTracerProvider } = await import('@opentelemetry/sdk-trace-node');
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  const { defaultResource, detectResources, envDetector, resourceFromAttributes } =
    await import('@opentelemetry/resources');
  const resource = defaultResource()
    .merge(resourceFromAttributes({ 'service.name': 'lianban' }))
    .merge(detectResources({ detectors: [envDetector] }));
  const provider = new NodeTracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  provider.register();
  useTracing({ api, tracer: provider.getTracer('lianban') });
  return async () => {
    useTracing(undefined);
    await provider.shutdown().catch(() => undefined); // a receiver that is away must not hold the stop up
    api.trace.disable();
    api.context.disable();
    api.propagation.disable();
  };
}

function isWanted(env: NodeJS.ProcessEnv): boolean {
  if (env['OTEL_SDK_DISABLED'] === 'true' || env['OTEL_TRACES_EXPORTER'] === 'none') return false;
  return Boolean(env['OTEL_EXPORTER_OTLP_ENDPOINT'] || env['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT']);
}
