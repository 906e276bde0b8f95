import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  caseDraftSchema,
  CasePagesModule,
  CaseQueryService,
  HistoryService,
  InboxService,
  IntakeService,
  openCaseworkWorld,
  TaskService,
  type Box,
  type CaseworkWorld,
  type CaseView,
  type InboxItem,
  type RegisteredCase,
} from '@lianban/casework';
import { JointMeetingModule, jointMeetingMigrations } from '@lianban/joint-meeting';
import { OutreachModule, outreachMigrations } from '@lianban/outreach';

const workflows = resolve(import.meta.dirname, '../../../workflows');

/** The demo district with the default workflows, and words for what its people do. */
export interface DefaultWorld extends CaseworkWorld {
  /** A case that the clerk of the first station registered. */
  file(more?: object): Promise<RegisteredCase>;
  /** The case as the leader sees it, or somebody else. */
  view(filed: RegisteredCase, username?: string): Promise<CaseView>;
  line(username: string, box: Box, filed: RegisteredCase): Promise<InboxItem | undefined>;
  claim(username: string, filed: RegisteredCase): Promise<void>;
  /** Finishes the task that the person can claim. */
  finish(username: string, filed: RegisteredCase, outcome: string, variables?: object): Promise<void>;
  /** Finishes the task of this name, where the case has several. */
  finishNamed(username: string, filed: RegisteredCase, what: { name: string; outcome: string }): Promise<void>;
  /** Titles of the case's history. */
  titles(filed: RegisteredCase): Promise<string[]>;
}

/** Opens a world that begins at an instant, with settings of the environment; close it in `afterAll`. */
export async function openDefaultWorld(begin?: string, env: NodeJS.ProcessEnv = {}): Promise<DefaultWorld> {
  const world = await openCaseworkWorld({
    env,
    ...(begin !== undefined && { begin }),
    modules: [CasePagesModule, JointMeetingModule, OutreachModule],
    migrations: [...jointMeetingMigrations, ...outreachMigrations],
    deployments: [
      'joint-meeting',
      'assist',
      'countersign',
      'consult',
      'mediation',
      'supervision',
      'policy',
      'revisit',
      'mutual-aid',
      'case-routing',
    ].map(filesOf),
  });
  const line = async (username: string, box: Box, { id }: RegisteredCase) => {
    const { items } = await world.get(InboxService).list(await world.person(username), {
      box,
      sort: 'due',
      limit: 100,
    });
    return items.find(({ caseId }) => caseId === id);
  };
  return {
    ...world,
    line,
    async file(more = {}) {
      const draft = caseDraftSchema.parse({ title: '道路破损', text: '路面塌陷', channel: 'phone', ...more });
      return await world.get(IntakeService).register(await world.person('clerk'), draft);
    },
    async view({ id }, username = 'leader') {
      return await world.get(CaseQueryService).get(await world.person(username), id);
    },
    async claim(username, filed) {
      const task = await line(username, 'claimable', filed);
      await world.get(TaskService).claim(await world.person(username), task?.id ?? 'missing');
    },
    async finish(username, filed, outcome, variables = {}) {
      const task = (await line(username, 'claimable', filed)) ?? (await line(username, 'todo', filed));
      const completion = { outcome, opinion: '依规办理', variables: variables as Record<string, string> };
      await world.get(TaskService).complete(await world.person(username), task?.id ?? 'missing', completion);
    },
    async finishNamed(username, { id }, { name, outcome }) {
      const person = await world.person(username);
      const { tasks } = await world.get(CaseQueryService).get(person, id);
      const task = tasks.find((each) => each.name === name)?.id ?? 'missing';
      await world.get(TaskService).complete(person, task, { outcome, opinion: '依规办理' });
    },
    async titles({ id }) {
      const { items } = await world.get(HistoryService).list(await world.person('leader'), id, { limit: 100 });
      return items.map(({ title }) => title);
    },
  };
}

function filesOf(folder: string) {
  const names = readdirSync(join(workflows, folder)).filter((name) => /\.(bpmn|dmn)$/u.test(name));
  return names.map((name) => ({ name, content: readFileSync(join(workflows, folder, name), 'utf8') }));
}
