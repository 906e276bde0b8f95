import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** The numbers of this process: memory and event loop, and whatever the libs declare. One for all parts that run in it. */
const registry = new Registry();
let collecting = false;

/** How a number is declared; labels have few values each, never an id, a name or an address. */
interface Declared<L extends string> {
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly L[];
}

/** Something that is counted from the start of the process. */
export function counter<L extends string = never>({ name, help, labels = [] }: Declared<L>): Counter<L> {
  return new Counter({ name, help, labelNames: [...labels], registers: [registry] });
}

/** Something of which the distribution counts, in seconds. */
export function histogram<L extends string = never>({
  name,
  help,
  labels = [],
  buckets,
}: Declared<L> & { readonly buckets: readonly number[] }): Histogram<L> {
  return new Histogram({ name, help, labelNames: [...labels], buckets: [...buckets], registers: [registry] });
}

/** Something that goes up and down. `read` is asked whenever the numbers are. */
export function gauge<L extends string = never>({
  name,
  help,
  labels = [],
  read,
}: Declared<L> & { readonly read?: (self: Gauge<L>) => void | Promise<void> }): Gauge<L> {
  return new Gauge<L>({
    name,
    help,
    labelNames: [...labels],
    registers: [registry],
    ...(read && {
      collect(): void | Promise<void> {
        return read(this);
      },
    }),
  });
}

/** All numbers of this process in the Prometheus text format, with those of `more`. */
export async function metricsText(...more: readonly Registry[]): Promise<string> {
  if (!collecting) collectDefaultMetrics({ register: registry });
  collecting = true;
  return await Registry.merge([registry, ...more]).metrics();
}

/** Media type of {@link metricsText}. */
export const metricsMediaType = registry.contentType;
