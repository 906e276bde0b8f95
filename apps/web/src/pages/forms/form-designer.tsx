import { Alert, App, Button, ConfigProvider, Form, Input } from 'antd';
import { useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { readForm, type Form as FormContent } from '@lianban/bpmn';
import { useSaveForm } from '../../api/forms.js';
import { useMay } from '../../api/session.js';
import { PageHeader } from '../../components/page-header.js';
import { problemText } from '../../format/problem-text.js';
import { useLeaveGuard } from '../../hooks/use-leave-guard.js';
import { pageWords } from '../../messages/page-words.js';
import { ComponentFields } from './component-fields.js';
import { ComponentList } from './component-list.js';
import { FormFile } from './form-file.js';
import { FormPreview } from './form-preview.js';
import { FormProblems } from './form-problems.js';
import styles from './form-designer.module.css';

const words = pageWords.forms.design;

/** A form with its name. */
export interface NamedForm {
  readonly name: string;
  readonly form: FormContent;
}

interface Props {
  readonly title: string;
  readonly initial: NamedForm;
  /** The latest version; undefined for a form that is not there yet. */
  readonly from?: number;
  /** What is told about the version that is shown. */
  readonly notice?: string;
  /** What stands beside the buttons; locked while there is something to lose. */
  readonly children?: ReactNode;
}

/** Lists the components of a form, changes the chosen one, and shows beside how it will look. */
export function FormDesigner({ title, initial, from, notice, children }: Props): ReactElement {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const mayChange = useMay()('workflow.deploy');
  const [draft, setDraft] = useState(initial);
  const [saved, setSaved] = useState(initial);
  const [chosen, setChosen] = useState<string | undefined>(initial.form.components[0]?.id);
  const [nameMissing, setNameMissing] = useState(false);
  const save = useSaveForm();
  const { form } = draft;
  const { problems } = useMemo(() => readForm(form), [form]);
  const isChanged = draft !== saved;
  useLeaveGuard(isChanged);
  const setForm = (next: FormContent) => setDraft({ ...draft, form: next });

  const submit = () => {
    setNameMissing(draft.name.trim() === '');
    if (draft.name.trim() === '' || problems.length > 0) return;
    save.mutate(
      { name: draft.name.trim(), content: form, from },
      {
        onSuccess: ({ key, version }) => {
          setSaved(draft);
          void message.success(words.saved(version));
          void navigate(`/forms/${encodeURIComponent(key)}`, { replace: true });
        },
      },
    );
  };

  return (
    <>
      <PageHeader title={title}>
        <Link to="/forms" className={styles['back'] ?? ''}>
          {pageWords.forms.back}
        </Link>
        <ConfigProvider componentDisabled={isChanged}>{children}</ConfigProvider>
        <FormFile
          form={form}
          mayChange={mayChange}
          onRead={(read) => setForm(from === undefined ? read : { ...read, id: form.id })}
        />
        {mayChange && (
          <Button type="primary" loading={save.isPending} disabled={!isChanged} onClick={submit}>
            {words.save}
          </Button>
        )}
      </PageHeader>
      {!mayChange && <Alert type="info" showIcon title={words.readOnly} className={styles['notice'] ?? ''} />}
      {notice && <Alert type="info" showIcon title={notice} className={styles['notice'] ?? ''} />}
      {save.error && (
        <Alert type="error" showIcon role="alert" title={problemText(save.error)} className={styles['notice'] ?? ''} />
      )}
      <Form layout="vertical" className={`sheet ${styles['names']}`} disabled={!mayChange}>
        <Form.Item
          label={words.name}
          htmlFor="form-name"
          {...(nameMissing && { validateStatus: 'error', help: <span role="alert">{words.nameMissing}</span> })}
        >
          <Input
            id="form-name"
            maxLength={60}
            value={draft.name}
            onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={words.key} htmlFor="form-key" extra={from === undefined ? words.keyHint : undefined}>
          <Input
            id="form-key"
            maxLength={64}
            value={form.id}
            disabled={from !== undefined}
            onChange={(event) => setForm({ ...form, id: event.target.value.trim() })}
          />
        </Form.Item>
      </Form>
      {isChanged && <FormProblems form={form} problems={problems} onChoose={setChosen} />}
      <div className={styles['columns']}>
        <ComponentList form={form} chosen={chosen} mayChange={mayChange} onChoose={setChosen} onChange={setForm} />
        <ComponentFields form={form} chosen={chosen} mayChange={mayChange} onChange={setForm} />
        <FormPreview form={form} />
      </div>
    </>
  );
}
