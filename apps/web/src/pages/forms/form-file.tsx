import { App, Button } from 'antd';
import type { ReactElement } from 'react';
import { readForm, type Form } from '@lianban/bpmn';
import { FileButton } from '../../components/file-button.js';
import { pageWords } from '../../messages/page-words.js';
import { messages } from '../../messages/messages.js';
import { problemText } from './form-problems.js';
import type { NamedForm } from './form-designer.js';

const words = pageWords.forms.design;

/** The form as a file of form-js, to be taken to another installation or to another editor. */
export function FormFile(props: {
  readonly draft: NamedForm;
  readonly mayChange: boolean;
  readonly onRead: (form: Form) => void;
}): ReactElement {
  const { draft, mayChange, onRead } = props;
  const { message } = App.useApp();
  const read = async (file: File | undefined) => {
    const { form, problems } = readForm(parse((await file?.text()) ?? ''));
    if (form) {
      onRead(form);
      void message.success(words.imported);
    } else void message.error(words.notForm + problems.slice(0, 3).map(problemText).join(messages.marks.clause));
  };
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
      <Button onClick={() => download(draft)}>{words.exportFile}</Button>
    </>
  );
}

function download({ form }: NamedForm): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(form, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${form.id || 'form'}.form`;
  link.click();
  URL.revokeObjectURL(address);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // what is no JSON is told as what is no form
  }
}
