import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { Empty } from '../../components/empty.js';
import { messages } from '../../messages/messages.js';

/** For an address that leads nowhere. */
export function MissingPage(): ReactElement {
  return (
    <Empty as="h1" text={messages.failure.noPage}>
      <Link to="/">{messages.failure.home}</Link>
    </Empty>
  );
}
