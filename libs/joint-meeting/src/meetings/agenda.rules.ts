import type { AgendaTopic } from './meeting.js';

/** What is known of a topic that its meeting did not decide. */
export interface Leaving {
  readonly state: AgendaTopic['state'];
  /** What the meeting said when it put the topic off. */
  readonly postponed: { readonly opinion: string; readonly by: string } | null;
  /** What the case's history says from then on: the end of the process, then why, where a person ended it. */
  readonly gone: readonly { readonly kind: string; readonly main: string | null }[];
}

/** Why a topic left the agenda undecided, in the words of screen and minutes; null while it stands there. */
export function leftBecause({ state, postponed, gone }: Leaving): string | null {
  switch (state) {
    case 'scheduled':
    case 'decided':
      return null;
    case 'lapsed':
      return '议定时限已到，已自动提请区里';
    case 'postponed':
      return `再议：${postponed?.opinion ?? ''}（${postponed?.by ?? ''}）`;
    case 'withdrawn':
      return `议题撤出：${whyGone(gone)}`;
  }
}

function whyGone([ended, next]: Leaving['gone']): string {
  const last = ended?.kind === 'withdrawn' && (next?.kind === 'merged' || next?.kind === 'declined') ? next : ended;
  if (last?.kind === 'merged') return `诉求已并入 ${last.main ?? '另一件'} 办理`;
  if (last?.kind === 'declined') return '诉求不予受理';
  return last ? '诉求已撤回或终止' : '诉求已转到其他环节';
}
