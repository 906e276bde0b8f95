import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useMakeApiToken } from '../../api/api-tokens.js';
import type { NewApiToken, Person } from '../../api/model.js';
import { useRoles } from '../../api/people.js';
import { FormDialog } from '../../components/form-dialog.js';
import { pageWords } from '../../messages/page-words.js';
import { MadeToken } from '../account/made-token.js';
import { TokenFields } from '../account/token-fields.js';

const words = pageWords.tokens;

/** A new token of an account that only programs use; it may do no more than the roles of the account. */
export function ProgramToken({ person: { id, grants } }: { person: Person }): ReactElement {
  const roles = useRoles();
  const act = useMakeApiToken(id);
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<string>();
  const held = new Set(grants.map(({ role }) => role));
  const permissions = (roles.data ?? []).filter(({ code }) => held.has(code)).flatMap((role) => role.permissions);
  return (
    <>
      <Button size="small" onClick={() => setMaking(true)}>
        {words.make}
      </Button>
      {making && (
        <FormDialog
          title={words.makeFor}
          act={act}
          toAct={(draft: NewApiToken) => draft}
          initial={{ days: 90 }}
          onClose={() => setMaking(false)}
          onDone={({ token }) => setMade(token)}
        >
          <TokenFields permissions={[...new Set(permissions)]} />
        </FormDialog>
      )}
      {made !== undefined && <MadeToken token={made} onKept={() => setMade(undefined)} />}
    </>
  );
}
