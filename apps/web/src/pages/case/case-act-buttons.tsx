import { Button, Dropdown } from 'antd';
import { useState, type ReactElement } from 'react';
import type { CaseActKind } from '../../api/case-acts.js';
import type { Case } from '../../api/model.js';
import { useMay } from '../../api/session.js';
import { keyOf } from '../../keys/keys.js';
import { messages } from '../../messages/messages.js';
import { CaseActDialog } from './case-act-dialog.js';

/** What is seldom done stands in a menu. */
const seldom: ReadonlySet<CaseActKind> = new Set([
  'merge',
  'decline',
  'countersign',
  'consult',
  'mediate',
  'recuse',
  'hold',
  'letGo',
]);

const keyed = ['transfer', 'assist', 'suspend', 'resume', 'extend', 'urge', 'copy'] as const;

function isKeyed(kind: CaseActKind): kind is (typeof keyed)[number] {
  return keyed.some((each) => each === kind);
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
    ...(it.canHold ? [it.legalHold ? ('letGo' as const) : ('hold' as const)] : []),
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

/** Buttons of acts, which open their dialogs; what is seldom done in a menu. */
export function ActButtons({ caseId, taskId, kinds }: Acts): ReactElement {
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
