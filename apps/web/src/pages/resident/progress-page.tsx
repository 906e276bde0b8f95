import { useEffect, useState, type ReactElement } from 'react';
import type { PublicCase } from '../../api/model.js';
import { ApiProblem } from '../../api/problem.js';
import { useTrackRequest } from '../../api/residents.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';
import { FieldForm } from './form/field-form.js';
import { Notice } from './form/notice.js';
import { PressButton } from './form/press-button.js';
import { TextField } from './form/text-field.js';
import { Progress } from './progress.js';
import { ResidentActs } from './resident-acts.js';
import { ResidentFrame } from './resident-frame.js';
import { ResidentRating } from './resident-rating.js';
import styles from './resident.module.css';

const words = messages.resident;
const { fill } = messages.missing;
const required = { code: fill(words.code), queryCode: fill(words.queryCode) };

/** How far a request has come, by its number and query code. */
export function ProgressPage(): ReactElement {
  const track = useTrackRequest();
  const [changed, setChanged] = useState<PublicCase>();
  const [carried] = useState(carriedNumbers);
  const { mutate: look } = track;
  useEffect(() => {
    if (carried) look(carried);
  }, [carried, look]);
  const found = changed ?? track.data;
  return (
    <ResidentFrame title={words.track}>
      <FieldForm
        required={required}
        error={null}
        onSend={(valueOf) =>
          track.mutate(
            { code: valueOf('code'), queryCode: valueOf('queryCode') },
            { onSuccess: () => setChanged(undefined) },
          )
        }
      >
        <TextField
          name="code"
          label={words.code}
          defaultValue={carried?.code}
          placeholder={words.codeHelp}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <TextField
          name="queryCode"
          label={words.queryCode}
          defaultValue={carried?.queryCode}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PressButton sends primary pending={track.isPending}>
          {words.lookup}
        </PressButton>
      </FieldForm>
      <div className={styles['answer']} aria-live="polite">
        {track.error && <Notice kind="warning">{refusalText(track.error)}</Notice>}
        {found && <Progress of={found} />}
        {found?.state === 'open' && track.variables && (
          <ResidentActs key={found.steps.length} {...track.variables} onDone={setChanged} />
        )}
        {found?.canRate && track.variables && <ResidentRating {...track.variables} onDone={setChanged} />}
      </div>
    </ResidentFrame>
  );
}

/** The numbers that a scanned card brings along, behind the # of the address. */
function carriedNumbers(): { code: string; queryCode: string } | undefined {
  const carried = new URLSearchParams(window.location.hash.slice(1));
  const [code, queryCode] = [carried.get('code'), carried.get('queryCode')];
  return code && queryCode ? { code, queryCode } : undefined;
}

// A wrong code and an unknown number get the same answer, so neither can be guessed apart.
function refusalText(error: Error): string {
  const unknown = error instanceof ApiProblem && [400, 401, 403, 404, 422].includes(error.status);
  return unknown ? words.notFound : problemText(error);
}
