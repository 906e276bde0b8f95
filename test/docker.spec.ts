import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { configVariables } from '@lianban/platform';
import { root } from './architecture/tree.js';

interface Service {
  readonly image: string;
  readonly environment?: Record<string, string>;
  readonly depends_on?: Record<string, { condition: string }>;
  readonly volumes?: readonly string[];
  readonly healthcheck?: unknown;
}

const read = (path: string) => readFileSync(join(root, path), 'utf8');

describe('docker/compose.yaml', () => {
  const compose = parse(read('docker/compose.yaml'), { merge: true }) as {
    services: Record<string, Service>;
    volumes: Record<string, unknown>;
  };
  const services = Object.entries(compose.services);

  it('has a database, a queue store, a migration, both apps and a proxy', () => {
    expect(services.map(([name]) => name)).toEqual([
      'postgres',
      'redis',
      'migrate',
      'api',
      'worker',
      'proxy',
      'prometheus',
      'grafana',
    ]);
  });

  it('gives our image only settings that the product reads', () => {
    const known = new Set<string>(configVariables.map(({ name }) => name));
    const ours = services.filter(([, { image }]) => image.startsWith('lianban'));
    expect(ours).toHaveLength(3);
    for (const [, { environment }] of ours) {
      expect(Object.keys(environment ?? {}).filter((name) => !known.has(name))).toEqual([]);
    }
  });

  it('waits only for services, and mounts only volumes, that it declares', () => {
    for (const [, { depends_on = {}, volumes = [] }] of services) {
      expect(Object.keys(depends_on).filter((name) => !(name in compose.services))).toEqual([]);
      const named = volumes.map((volume) => volume.split(':')[0] ?? '').filter((source) => !source.startsWith('.'));
      expect(named.filter((name) => !(name in compose.volumes))).toEqual([]);
    }
  });
});

describe('docker/Dockerfile', () => {
  const lines = read('docker/Dockerfile').replace(/\\\n/g, ' ').split('\n');

  it('copies only files that exist in the repository', () => {
    const sources = lines
      .flatMap((line) => /^COPY (?!--from)(.+)$/.exec(line)?.[1]?.split(/\s+/).slice(0, -1) ?? [])
      .filter((source) => source !== '.');
    expect(sources.filter((source) => !existsSync(join(root, source)))).toEqual([]);
  });

  it('names its stages before it copies from them, and does not run as root', () => {
    const stages = lines.flatMap((line) => /^FROM .+ AS (\S+)$/.exec(line)?.[1] ?? []);
    const used = lines.flatMap((line) => /^COPY --from=(\S+)/.exec(line)?.[1] ?? []);
    expect(used.filter((stage) => !stages.includes(stage))).toEqual([]);
    expect(lines.filter((line) => line.startsWith('USER '))).toEqual(['USER node']);
  });
});
