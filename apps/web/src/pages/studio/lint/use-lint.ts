import { useEffect, useState } from 'react';
import type { DeploymentFile, Problem } from '@lianban/bpmn';
import type { StudioNames } from '../panel/panel-props.js';
import { Checker } from './checker.js';

/** What is known of the files as they stand. */
export interface Lint {
  readonly state: 'running' | 'done' | 'failed';
  readonly problems: readonly Problem[];
}

/** How long after the last change the files are checked, in milliseconds. */
const rest = 350;

/** The problems of files that are being changed; `revision` counts the changes. */
export function useLint(files: () => Promise<readonly DeploymentFile[]>, names: StudioNames, revision: number): Lint {
  const [lint, setLint] = useState<Lint>({ state: 'running', problems: [] });
  const [checker, setChecker] = useState<Checker>();
  useEffect(() => {
    const opened = new Checker();
    setChecker(opened);
    return () => opened.close();
  }, []);
  useEffect(() => {
    if (!checker) return;
    let stale = false;
    setLint(({ problems }) => ({ state: 'running', problems }));
    const run = async () => {
      const groups = [...names.roles, ...names.units].map(({ id }) => id);
      const calendars = names.calendars.map(({ id }) => id);
      const forms = names.forms.map(({ id }) => id);
      const problems = await checker.check({ files: await files(), calendars, groups, forms });
      if (!stale) setLint({ state: 'done', problems });
    };
    const timer = setTimeout(() => {
      run().catch((error: unknown) => {
        console.error('diagram not checked', error);
        if (!stale) setLint(({ problems }) => ({ state: 'failed', problems }));
      });
    }, rest);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
    // The files are asked for when they are checked; what makes them anew is the revision.
  }, [checker, names, revision, files]);
  return lint;
}
