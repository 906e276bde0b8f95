import { App } from 'antd';
import { useState } from 'react';
import { useInboxViews } from '../../api/inbox-views.js';
import type { Box, InboxConditions, InboxLook, InboxView } from '../../api/model.js';
import { useChangePreferences, usePreferencesQuery } from '../../api/preferences.js';
import { problemText } from '../../format/problem-text.js';
import { linkedLook, lookOf, sameLook } from './box-look.js';

/** Boxes that somebody looked at in another way than as they open, since this window was opened. */
const touched = new Set<Box>();

/** How a box is looked at, kept for every machine, and how that is changed. */
export interface BoxLook {
  readonly look: InboxLook;
  /** The view that it began as, and whether it is still as that is. */
  readonly view: InboxView | undefined;
  readonly changed: boolean;
  /** The view with which the box opens. */
  readonly first: string | undefined;
  readonly change: (part: Partial<InboxLook>) => void;
  /** Looks at it as a view does, or as usual. */
  readonly use: (view: InboxView | undefined) => void;
  readonly setFirst: (id: string | undefined) => void;
}

/**
 * How one looks at a box; undefined until that is known.
 *
 * @param asked what a link to the box filters it by, as long as one follows it
 */
export function useBoxLook(box: Box, asked: InboxConditions | undefined): BoxLook | undefined {
  const preferences = usePreferencesQuery();
  const { message } = App.useApp();
  const { mutate } = useChangePreferences();
  const [, redraw] = useState(0);
  const kept = preferences.data?.inbox[box] ?? {};
  const views = useInboxViews(box, kept.first !== undefined || kept.view !== undefined);
  if (preferences.isPending || (kept.first !== undefined && views.isPending)) return undefined;

  const { look, view } = lookOf(kept, views.data ?? [], touched.has(box));
  const shown = linkedLook(look, asked);
  const keep = (next: typeof kept) => {
    touched.add(box);
    redraw((n) => n + 1);
    mutate({ inbox: { [box]: next } }, { onError: (error) => void message.warning(problemText(error)) });
  };
  return {
    look: shown,
    view,
    changed: view !== undefined && !sameLook(shown, view.look),
    first: kept.first,
    change: (part) => keep({ ...kept, look: { ...look, ...part }, ...(view && { view: view.id }) }),
    use: (next) => {
      const { view: _, ...rest } = kept;
      keep({ ...rest, look: next?.look ?? {}, ...(next && { view: next.id }) });
    },
    setFirst: (id) => {
      const { first: _, ...rest } = kept;
      keep({ ...rest, look, ...(view && { view: view.id }), ...(id !== undefined && { first: id }) });
    },
  };
}
