import { Button, Dropdown } from 'antd';
import { useState, type ReactElement } from 'react';
import type { CaseActKind } from '../../api/case-acts.js';
import type { Case, CaseTask } from '../../api/model.js';
import { useMay } from '../../api/session.js';
import { keyOf } from '../../keys/keys.js';
import { messages } from '../../messages/messages.js';
import { isBeside } from './beside.js';
import { CaseActDialog } from './case-act-dialog.js';

/** What is seldom done stands in a menu, so that the bar stays small on a phone. */
const seldom: ReadonlySet<CaseActKind> = new Set(['merge', 'decline', 'countersign', 'consult', 'mediate', 'recuse']);

const keyed = ['transfer', 'assist', 'suspend', 'resume', 'extend', 'urge', 'copy'] as const;

function isKeyed(kind: CaseActKind): kind is (typeof keyed)[number] {
  return keyed.some((each) => each === kind);
}

/** What may be done to a task beside finishing it: to its clock, and by bringing others in. */
export function TaskActButtons({ case: it, task }: { case: Case; task: CaseTask }): ReactElement {
  // The term of a helper or of an order is set by who asked.
  const own = isBeside(it, task)
    ? []
    : [...clockActs(task), ...exits(it, task), ...opinions(task), ...mutualActs(it, task)];
  const apart: readonly CaseActKind[] = task.canRecuse ? ['recuse'] : [];
  return <ActButtons caseId={it.id} taskId={task.id} kinds={[...own, ...handOvers(task), ...apart]} />;
}

/** What may be done to a case as a whole: pressing for an answer, ordering one, taking it back or up again. */
export function CaseActButtons({ case: it }: { case: Case }): ReactElement {
  const may = useMay();
  const presses = may('case.register') || may('supervision.read');
  const waitsForOthers = it.tasks.some((task) => !task.canRelease);
  const kinds: CaseActKind[] = [
    ...(presses && waitsForOthers ? (['urge'] as const) : []),
    ...(may('task.handle') ? (['copy'] as const) : []),
    ...(may('supervision.order') ? supervisorActs(it) : []),
    ...(may('task.handle') && (it.state === 'open' || it.state === 'closed') ? (['exclude'] as const) : []),
    ...(it.canMarkHistoric ? (['historic'] as const) : []),
    ...(it.canSeparate ? (['separate'] as const) : []),
    ...(it.canReopen ? (['reopen'] as const) : []),
    ...(it.canWithdraw ? (['withdraw'] as const) : []),
  ];
  return <ActButtons caseId={it.id} taskId="" kinds={kinds} />;
}

/** What was answered can be ordered to be answered for, and be found to be faked. */
function supervisorActs({ state }: Case): readonly CaseActKind[] {
  return [
    ...(state === 'open' || state === 'closed' ? (['supervise'] as const) : []),
    ...(state === 'closed' ? (['reverse'] as const) : []),
  ];
}

interface Acts {
  readonly caseId: string;
  readonly taskId: string;
  readonly kinds: readonly CaseActKind[];
}

function ActButtons({ caseId, taskId, kinds }: Acts): ReactElement {
  const [kind, setKind] = useState<CaseActKind>();
  const more = kinds.filter((each) => seldom.has(each));
  return (
    <>
      {kinds
        .filter((each) => !seldom.has(each))
        .map((each) => (
          <Button key={each} {...(isKeyed(each) && keyOf('case', each))} onClick={() => setKind(each)}>
            {messages.caseAct.name[each]}
          </Button>
        ))}
      {more.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: more.map((each) => ({ key: each, label: messages.caseAct.name[each] })),
            onClick: ({ key }) => setKind(more.find((each) => each === key)),
          }}
        >
          <Button>{messages.caseAct.more}</Button>
        </Dropdown>
      )}
      {kind && <CaseActDialog caseId={caseId} taskId={taskId} kind={kind} onClose={() => setKind(undefined)} />}
    </>
  );
}

function handOvers(task: CaseTask): readonly CaseActKind[] {
  return [
    ...(task.canRate ? (['rate'] as const) : []),
    ...(task.canRelease ? (['assist'] as const) : []),
    ...(task.canTransfer ? (['transfer'] as const) : []),
  ];
}

/** A request is turned away by the station or the street; any handler may find that it is there already. */
function exits(it: Case, task: CaseTask): readonly CaseActKind[] {
  if (!task.canRelease || it.merged.length > 0) return [];
  return it.level === 'station' || it.level === 'street' ? ['merge', 'decline'] : ['merge'];
}

/** Whose a case is matters before it is dispatched, what is answered before it is closed; a dispute is mediated at any time. */
function opinions(task: CaseTask): readonly CaseActKind[] {
  if (!task.canRelease) return [];
  return [
    ...(task.outcomes.some(({ id }) => id === 'route') ? (['consult'] as const) : []),
    ...(task.outcomes.some(({ closes }) => closes) ? (['countersign'] as const) : []),
    'mediate',
  ];
}

/** A station offers what it handles to its volunteers, and takes it back as long as none has reported. */
function mutualActs(it: Case, task: CaseTask): readonly CaseActKind[] {
  const offer = it.sides.find(({ kind, endedAt }) => kind === 'mutual-aid' && endedAt === null);
  if (!task.canRelease || task.canRate || it.level !== 'station') return [];
  if (!offer) return ['mutual'];
  return offer.answeredAt === null ? ['recall'] : [];
}

function clockActs(task: CaseTask): readonly CaseActKind[] {
  if (!task.canRelease || task.dueAt === null) return [];
  return task.light === 'paused' ? ['resume'] : ['suspend', 'extend'];
}
