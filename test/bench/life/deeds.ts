import type { Type } from '@nestjs/common';
import {
  AssistService,
  ClockActs,
  DeclineService,
  OpinionService,
  RatingService,
  ResidentActs,
  ReturnService,
  SupervisionService,
  TaskService,
  TransferService,
  UrgeService,
  WithdrawalService,
  type RegisteredCase,
} from '@lianban/casework';
import { taskIdOf } from '@lianban/engine';
import type { Principal } from '@lianban/identity';
import { meetOn } from './meet.js';
import type { Numbers } from './numbers.js';
import type { People } from './people.js';
import { prepareClosing, recordDeeds } from './record-deeds.js';
import type { RecordedStep } from './case-record.js';
import { orderDays } from './terms.js';

/** Where something is done: the product, its people, and the numbers that decide. */
export interface Scene {
  get<T>(type: Type<T>): T;
  readonly now: () => Date;
  readonly people: People;
  readonly numbers: Numbers;
}

/** One task of one case, and who turns to it. */
export interface Turn {
  readonly filed: RegisteredCase;
  readonly step: RecordedStep;
  readonly who: Principal;
}

/** One thing that somebody does to a case, or tries to. Gives what it is called in the count. */
export interface Deed {
  /** Whether a rule must refuse it once the case is over. */
  readonly endsWithCase: boolean;
  /** How likely it is for a task, beside the others; what makes no sense is tried now and then all the same. */
  readonly weight: (step: RecordedStep) => number;
  readonly do: (scene: Scene, turn: Turn) => Promise<string>;
}

const opinion = '按职责办理。';
const reasons = ['papers', 'appraisal', 'hearing', 'court', 'force-majeure', 'policy'];
const exits = ['emergency', 'legal-remedy', 'repeat'];
const dispositions = ['by-law', 'by-law', 'by-law', 'policy', 'explain', 'persuade'];
/** Outcomes after which a department is named. */
const naming = new Set(['route', 'grant', 'rule']);

export function idOf({ instance, key }: RecordedStep): string {
  return taskIdOf(instance, key);
}

/** Everything that people do to an open case. */
export const deeds: readonly Deed[] = [
  ...recordDeeds,
  {
    endsWithCase: true,
    weight: ({ assignee }) => (assignee === null ? 30 : 2),
    do: async ({ get }, { who, step }) => (await get(TaskService).claim(who, idOf(step)), 'claim'),
  },
  {
    endsWithCase: true,
    weight: ({ assignee }) => (assignee === null ? 1 : 5),
    do: async ({ get }, { who, step }) => (await get(TaskService).release(who, idOf(step)), 'release'),
  },
  { endsWithCase: true, weight: () => 20, do: complete },
  {
    endsWithCase: true,
    weight: ({ outcomes }) => (outcomes.some(({ act }) => act === 'return') ? 22 : 1),
    do: async ({ get, people, numbers }, { who, filed, step }) => {
      const suggestedUnit = numbers.pick(departmentsOf(people));
      const given = { legalBasis: '“三定”规定', evidence: '现场照片', suggestedUnit, opinion, task: idOf(step) };
      return (await get(ReturnService).return(who, filed.id, given), 'return');
    },
  },
  {
    endsWithCase: true,
    weight: ({ suspended }) => (suspended ? 1 : 10),
    do: async ({ get, numbers }, { who, filed, step }) => {
      const pause = { reason: numbers.pick(reasons), opinion, task: idOf(step) };
      return (await get(ClockActs).suspend(who, filed.id, pause), 'suspend');
    },
  },
  {
    endsWithCase: true,
    weight: ({ suspended }) => (suspended ? 25 : 1),
    do: async ({ get }, { who, filed, step }) => (
      await get(ClockActs).resume(who, filed.id, { opinion, task: idOf(step) }),
      'resume'
    ),
  },
  {
    endsWithCase: true,
    weight: () => 8,
    do: async ({ get, numbers }, { who, filed, step }) => {
      const more = { days: 1 + numbers.below(10), opinion, task: idOf(step) };
      return (await get(ClockActs).extend(who, filed.id, more), 'extend');
    },
  },
  { endsWithCase: true, weight: () => 6, do: transfer },
  {
    endsWithCase: true,
    weight: ({ properties }) => (properties['answers'] === 'true' ? 1 : 7),
    do: async ({ get, people, numbers }, { who, filed, step }) => {
      const unit = numbers.pick(departmentsOf(people));
      return (await get(AssistService).assist(who, filed.id, { unit, opinion, task: idOf(step) }), 'assist');
    },
  },
  {
    endsWithCase: true,
    weight: ({ properties }) => (properties['answers'] === 'true' ? 1 : 4),
    do: async ({ get, people, numbers }, { who, filed, step }) => {
      const kind = numbers.pick(['countersign', 'consult'] as const);
      const units = [numbers.pick(departmentsOf(people)), numbers.pick(departmentsOf(people))];
      await get(OpinionService).ask(kind, who, filed.id, { units, opinion, task: idOf(step) });
      return kind;
    },
  },
  {
    endsWithCase: true,
    weight: () => 5,
    do: async ({ get, people, numbers }, { filed }) => {
      if (numbers.chance(50)) await get(ResidentActs).urge(filed.code, { queryCode: filed.queryCode, opinion });
      else await get(UrgeService).urge(numbers.pick(people.ofKind('station')), filed.id, { opinion });
      return 'urge';
    },
  },
  {
    endsWithCase: false,
    weight: () => 2,
    do: async ({ get, people, numbers }, { filed }) => {
      const order = { trigger: 'leader-note', days: orderDays, opinion };
      await get(SupervisionService).supervise(numbers.pick(people.with('supervision.order')), filed.id, order);
      return 'supervise';
    },
  },
  {
    endsWithCase: true,
    weight: ({ properties }) => (properties['callback'] === 'true' ? 20 : 1),
    do: async ({ get, numbers }, { who, filed }) => (
      await get(RatingService).rate(who, filed.id, { grade: 1 + numbers.below(5) }),
      'rate'
    ),
  },
  {
    endsWithCase: true,
    weight: () => 1,
    do: async ({ get }, { who, filed }) => (
      await get(WithdrawalService).withdraw(who, filed.id, { opinion }),
      'withdraw'
    ),
  },
  {
    endsWithCase: true,
    weight: () => 1,
    do: async ({ get, numbers }, { who, filed, step }) => {
      const turnedAway = { reason: numbers.pick(exits), opinion, task: idOf(step) };
      return (await get(DeclineService).decline(who, filed.id, turnedAway), 'decline');
    },
  },
  {
    endsWithCase: false,
    weight: ({ properties }) => (properties['queue'] === 'joint-meeting' ? 40 : 0),
    do: meetOn,
  },
];

/** Finishes a task in one of the ways that it offers; the ways that settle the matter where `settling`. */
export async function complete(scene: Scene, turn: Turn, settling = false): Promise<string> {
  const { get, people, numbers } = scene;
  const { who, step } = turn;
  const offered = step.outcomes.filter(({ act }) => act === undefined);
  const closing = offered.filter(({ id, closes }) => closes === true || id === 'resolved' || id === 'done');
  const outcome = numbers.pick(settling && closing.length > 0 ? closing : offered);
  if (outcome.closes && (settling || numbers.chance(70))) await prepareClosing(scene, turn);
  await get(TaskService).complete(who, idOf(step), {
    outcome: outcome.id,
    opinion,
    ...(outcome.closes && { disposition: numbers.pick(dispositions), reply: '您反映的问题已经办理。' }),
    ...(naming.has(outcome.id) && { variables: { chosenDepartment: numbers.pick(departmentsOf(people)) } }),
  });
  return `complete:${outcome.id}`;
}

/** To a colleague, to a unit below or to any other one. */
async function transfer({ get, people, numbers }: Scene, { who, filed, step }: Turn): Promise<string> {
  const common = { opinion, task: idOf(step) };
  if (numbers.chance(60)) {
    const colleagues = people.of(step.unit ?? '').filter(({ accountId }) => accountId !== who.accountId);
    const { accountId: person } = numbers.pick(colleagues.length > 0 ? colleagues : [who]);
    await get(TransferService).transfer(who, filed.id, { ...common, person });
    return 'transfer:person';
  }
  await get(TransferService).transfer(who, filed.id, { ...common, unit: numbers.pick(people.units) });
  return 'transfer:unit';
}

export function departmentsOf(people: People): readonly string[] {
  return people.units.filter((id) => id.startsWith('dept-'));
}
