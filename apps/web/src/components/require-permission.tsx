import type { ReactElement, ReactNode } from 'react';
import { useMay } from '../api/session.js';
import { messages } from '../messages/messages.js';
import { Empty } from './empty.js';

/** Shows a page only to those who hold a permission, or one of several; the server checks again. */
export function RequirePermission(props: {
  permission: string | readonly string[];
  children: ReactNode;
}): ReactElement {
  const may = useMay();
  if (![props.permission].flat().some(may)) return <Empty as="h1" text={messages.failure.forbidden} />;
  return <>{props.children}</>;
}
