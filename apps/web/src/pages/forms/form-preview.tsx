import { Alert, Button, Form } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Form as FormContent, FormValues } from '@lianban/bpmn';
import { FormFields } from '../../components/task-form/form-fields.js';
import { useFilling } from '../../components/task-form/use-filling.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './form-designer.module.css';

const words = pageWords.forms.design;
const nothingKnown: FormValues = {};

/** The form as who fills it in sees it, to be tried out. */
export function FormPreview({ form }: { form: FormContent }): ReactElement {
  const [edited, setEdited] = useState<FormValues>({});
  const [told, setTold] = useState(false);
  const onEdit = (next: FormValues) => {
    setEdited(next);
    setTold(false);
  };
  const { filling, checked } = useFilling({ form, variables: nothingKnown, edited, onEdit, told });
  return (
    <section className={`sheet ${styles['part']}`} aria-label={words.preview}>
      <h2 className={styles['heading']}>{words.preview}</h2>
      <p className={styles['hint']}>{words.previewHint}</p>
      <Form layout="vertical">
        <FormFields components={form.components} {...filling} />
        <Button onClick={() => setTold(true)}>{words.check}</Button>
        {told && checked.problems.length === 0 && <Alert type="success" showIcon title={words.fits} />}
      </Form>
    </section>
  );
}
