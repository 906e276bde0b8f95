import { createRequire } from 'node:module';
import { readElements, type Problem } from '@lianban/bpmn';

/** What bpmnlint finds at one place. */
interface Report {
  readonly id?: string;
  readonly message: string;
  readonly category: string;
}

interface LinterModule {
  Linter: new (options: { config: object; resolver: unknown }) => {
    lint(root: object): Promise<Readonly<Record<string, readonly Report[]>>>;
  };
}

/** bpmnlint's recommended rules but those that a running diagram need not heed. */
const config = {
  extends: 'bpmnlint:recommended',
  rules: {
    // Where flows meet without a gateway is plain BPMN; exploration finds what goes wrong with it.
    'fake-join': 'off',
    // A diagram runs without its drawing, and labels are the author's.
    'no-bpmndi': 'off',
    'superfluous-label': 'off',
  },
};

/** The usual modelling rules, as warnings. */
export async function checkModellingRules(file: string, xml: string): Promise<Problem[]> {
  const root = await readElements(xml);
  if (!root) return [];
  const require = createRequire(import.meta.url);
  const { Linter } = require('bpmnlint') as LinterModule;
  const NodeResolver = require('bpmnlint/lib/resolver/node-resolver.js') as new (options: object) => unknown;
  const linter = new Linter({ config, resolver: new NodeResolver({ require }) });
  const reports = await linter.lint(root);
  return Object.entries(reports).flatMap(([rule, found]) =>
    found.map(({ id, message }) => ({
      severity: 'warning' as const,
      code: `bpmnlint/${rule}`,
      message,
      file,
      ...(id === undefined ? {} : { element: id }),
    })),
  );
}
