import type { ReactElement } from 'react';
import { Navigate } from 'react-router';
import { useMay, useMe } from '../../api/session.js';
import { Empty } from '../../components/empty.js';
import { menuFor } from '../../components/shell/menu.js';
import { messages } from '../../messages/messages.js';

/** Opens the first page that this user may use. */
export function HomePage(): ReactElement {
  const { permissions } = useMe();
  const first = menuFor(useMay())[0]?.entries[0];
  if (!first)
    return <Empty as="h1" text={permissions.length > 0 ? messages.failure.notYet : messages.failure.nothing} />;
  return <Navigate to={first.path} replace />;
}
