import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../../architecture/tree.js';

interface Panel {
  readonly targets: readonly { readonly expr: string }[];
}

interface Rules {
  readonly groups: readonly { readonly rules: readonly { readonly expr: string }[] }[];
}

/** The numbers that the dashboard and the alerts of docker/grafana ask for, without the suffixes of histograms. */
export function namedMetrics(): string[] {
  const read = (path: string) => readFileSync(join(root, 'docker/grafana', path), 'utf8');
  const { panels } = JSON.parse(read('dashboards/lianban.json')) as { panels: readonly Panel[] };
  const { groups } = parse(read('alerts.yaml')) as Rules;
  const asked = [...panels.flatMap(({ targets }) => targets), ...groups.flatMap(({ rules }) => rules)];
  const names = asked.flatMap(({ expr }) => [...expr.matchAll(/\b(?:lianban|http|process|nodejs)_\w+/gu)]);
  return [...new Set(names.map(([name]) => name.replace(/_(?:bucket|count|sum)$/u, '')))].sort();
}
