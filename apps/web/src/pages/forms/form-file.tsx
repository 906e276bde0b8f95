import { App, Button } from 'antd';
import type { ReactElement } from 'react';
import { readForm, type Form } from '@lianban/bpmn';
import { downloadText } from '../../components/download.js';
import { FileButton } from '../../components/file-button.js';
import { pageWords } from '../../messages/page-words.js';
import { messages } from '../../messages/messages.js';
import { problemText } from './form-problems.js';

const words = pageWords.forms.design;

/** The form as a file of form-js, to be taken to another installation or to another editor. */
export function FormFile(props: {
  readonly form: Form;
  readonly mayChange: boolean;
  readonly onRead: (form: Form) => void;
}): ReactElement {
  const { form, mayChange, onRead } = props;
  const { message } = App.useApp();
  const read = async (file: File | undefined) => {
    const { form: found, problems } = readForm(parse((await file?.text()) ?? ''));
    if (found) {
      onRead(found);
      void message.success(words.imported);
    } else void message.error(words.notForm + problems.slice(0, 3).map(problemText).join(messages.marks.clause));
  };
  const save = () => downloadText(`${form.id || 'form'}.form`, JSON.stringify(form, null, 2), 'application/json');
  return (
    <>
      {mayChange && (
        <FileButton
          label={words.importFile}
          accept=".form,.json,application/json"
          loading={false}
          onFiles={([file]) => void read(file)}
        />
      )}
      <Button onClick={save}>{words.exportFile}</Button>
    </>
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // what is no JSON is told as what is no form
  }
}
