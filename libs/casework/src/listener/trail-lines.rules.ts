import type { StepRecord } from '@lianban/engine';
import type { TrailActor, TrailDraft } from '../trail/trail-entry.js';
import type { NewStep } from '../tasks/step.sql.js';
import type { Step } from '../tasks/step.js';
import type { ChangedTerm, EndedStep } from './step-changes.rules.js';

/** What the lines of one engine step have in common. */
export interface LineContext {
  readonly record: Pick<StepRecord, 'at' | 'actor' | 'definition' | 'events' | 'command'>;
  readonly actor: TrailActor | null;
  /** Tasks that follow, told with what caused them. */
  readonly opened: readonly NewStep[];
  /** Whether somebody goes on with the case: the step did not end it. */
  readonly goesOn: boolean;
}

/** The first line of a case. */
export function registeredLine(context: LineContext, channel: string, firstUnit: string): TrailDraft {
  return {
    ...common(context),
    kind: 'registered',
    title: '登记诉求',
    unit: firstUnit,
    detail: { channel, next: nextOf(context) },
  };
}

/** A closed case goes on. */
export function reopenedLine(context: LineContext): TrailDraft {
  return { ...goingOn(context), kind: 'reopened', title: '重新办理' };
}

/** A merged case goes on by itself. */
export function separatedLine(context: LineContext): TrailDraft {
  return { ...goingOn(context), kind: 'separated', title: '恢复单独办理' };
}

function goingOn(context: LineContext): Omit<TrailDraft, 'kind' | 'title'> {
  const { actor } = context.record;
  const opinion = actor === 'system' ? undefined : actor.opinion;
  const unit = context.opened[0]?.unitName ?? undefined;
  return { ...common(context), unit, opinion, detail: { next: nextOf(context) } };
}

/** What became of a task that is no longer open. */
export function endedLine(context: LineContext, { step, end, reason }: EndedStep): TrailDraft {
  const line = { ...common(context), ...aboutStep(step), finishedAt: end.at };
  const next = nextOf(context);
  switch (end.state) {
    case 'done': {
      const chosen = step.outcomes.find((outcome) => outcome.id === end.outcome);
      const title = chosen?.name ?? '办结';
      return {
        ...line,
        kind: 'completed',
        title,
        opinion: end.opinion,
        detail: { outcome: end.outcome ?? null, ...returnOf(context), next },
      };
    }
    case 'lapsed': {
      const { goesOn } = context;
      const detail = { unitId: step.unitId, dueAt: step.dueAt, holder: step.assigneeName, goesOn, next };
      const title = goesOn ? '逾期未办，自动转出' : '逾期未办';
      return { ...line, kind: 'lapsed', title, detail };
    }
    case 'cancelled':
      return { ...line, kind: 'cancelled', title: '环节终止', detail: { reason: reason ?? null, next } };
  }
}

/** With what a return was asked for. */
function returnOf({ record: { command } }: LineContext): { readonly returned?: unknown } {
  const returned = command.type === 'complete-element' ? command.variables['returned'] : undefined;
  return returned === undefined ? {} : { returned };
}

/** A term ran out and the unit keeps the case. */
export function overdueLine(context: LineContext, step: Step): TrailDraft {
  const detail = { unitId: step.unitId, dueAt: step.dueAt, holder: step.assigneeName };
  return { ...common(context), ...aboutStep(step), kind: 'overdue', title: '办理逾期', detail };
}

const extension = '延期';

/** What the engine's journal says of a term that was extended. */
export function extensionReason(days: number): string {
  return `${extension} ${days} 个工作日`;
}

/** A term was moved, stopped or started again. */
export function termLine(context: LineContext, { step, term, kind, reason }: ChangedTerm): TrailDraft {
  const changed = reason?.startsWith(extension) ? extension : '办理时限变更';
  const titles = { 'term-changed': changed, suspended: '挂起', resumed: '恢复' };
  const detail = { dueAtBefore: step.dueAt, dueAt: term.dueAt, reason: reason ?? null };
  const { actor } = context.record;
  const opinion = actor === 'system' ? undefined : actor.opinion;
  return { ...common(context), ...aboutStep(step), kind, title: titles[kind], opinion, detail };
}

/** Lines about the process itself: its end, and what holds it up. `isRoot`: nobody called this process. */
export function processLines(context: LineContext, isRoot: boolean): TrailDraft[] {
  const line = common(context);
  return context.record.events.flatMap((event): TrailDraft[] => {
    switch (event.type) {
      case 'instance-completed':
        return isRoot ? [{ ...line, kind: 'closed', title: '结案' }] : [];
      case 'instance-terminated':
        return isRoot ? [{ ...line, kind: 'withdrawn', title: '流程终止', detail: { reason: event.reason } }] : [];
      case 'instance-migrated':
        return [{ ...line, kind: 'migrated', title: '流程版本迁移' }];
      case 'instance-suspended':
        return isRoot ? [{ ...line, kind: 'held', title: '流程暂停' }] : [];
      case 'instance-resumed':
        return isRoot ? [{ ...line, kind: 'continued', title: '流程恢复' }] : [];
      case 'incident-raised': {
        const { elementId, code, message } = event.incident;
        return [{ ...line, elementId, kind: 'incident', title: '流程异常，等待处理', detail: { code, message } }];
      }
      default:
        return [];
    }
  });
}

function common({ record, actor }: LineContext): Pick<TrailDraft, 'at' | 'actor' | 'onBehalfOf' | 'definition'> {
  const onBehalfOf = record.actor === 'system' ? undefined : record.actor.onBehalfOf;
  return { at: record.at, actor, onBehalfOf, definition: record.definition };
}

function aboutStep(step: Step): Pick<TrailDraft, 'step' | 'elementId' | 'unit' | 'receivedAt'> {
  return { step: step.name, elementId: step.elementId, unit: step.unitName ?? undefined, receivedAt: step.receivedAt };
}

function nextOf({ opened }: LineContext): { step: string; unit: string | null }[] {
  return opened.map((step) => ({ step: step.name, unit: step.unitName }));
}
