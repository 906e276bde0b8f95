import type { ReactElement, ReactNode } from 'react';
import { useMay } from '../api/session.js';
import { messages } from '../messages/messages.js';
import { Empty } from './empty.js';

/** Shows a page only to those who may use it; the server checks again. */
export function RequirePermission(props: { permission: string; children: ReactNode }): ReactElement {
  const may = useMay();
  if (!may(props.permission)) return <Empty as="h1" text={messages.failure.forbidden} />;
  return <>{props.children}</>;
}
