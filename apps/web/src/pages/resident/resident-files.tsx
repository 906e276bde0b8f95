import type { ReactElement } from 'react';
import { useAddPublicAttachments } from '../../api/attachments.js';
import { FileField } from '../../components/file-field.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';
import { PressButton } from './form/press-button.js';

const words = messages.attachment;

/** Sends photos and papers to one's open request, and tells how many arrived. */
export function ResidentFiles({ code, queryCode }: { code: string; queryCode: string }): ReactElement {
  const files = useAddPublicAttachments();
  return (
    <>
      <FileField
        label={words.add}
        onFiles={(chosen) => files.mutate({ code, queryCode, files: chosen })}
        button={(choose) => (
          <PressButton pending={files.isPending} onPress={choose}>
            {words.add}
          </PressButton>
        )}
      />
      <p role="status">{files.error ? problemText(files.error) : files.data !== undefined && words.sent(files.data)}</p>
    </>
  );
}
