import { useEffect, useState } from 'react';
import type { DeploymentFile, Form, Problem } from '@lianban/bpmn';
import { findForm } from '../../../api/forms.js';
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
      const found = await files();
      const quoted = forms.filter((form) => found.some(({ content }) => content.includes(`"${form}"`)));
      const contents = await contentsOf(quoted);
      const problems = await checker.check({ files: found, calendars, groups, forms, contents });
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

/** The latest versions of forms; one that cannot be asked for is left out, and nothing of it is checked. */
async function contentsOf(forms: readonly string[]): Promise<Readonly<Record<string, Form>>> {
  const found = await Promise.allSettled(forms.map(findForm));
  return Object.fromEntries(
    found.flatMap((each) =>
      each.status === 'fulfilled' ? [[each.value.key, each.value.content as unknown as Form]] : [],
    ),
  );
}
