import { Button, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import type { NoticeTemplate } from '../../api/model.js';
import { useSaveTemplate, useTemplateChanges, useTemplatePreview } from '../../api/notice-templates.js';
import { FormDrawer } from '../../components/form-drawer.js';
import { written } from '../../format/field-rules.js';
import { problemText } from '../../format/problem-text.js';
import { useSettled } from '../../hooks/use-settled.js';
import { messages } from '../../messages/messages.js';
import styles from './administration.module.css';
import { ChangeHistory } from './change-history.js';

const words = messages.templates;
const { admin } = messages;
/** How long typing rests before it is previewed, in milliseconds. */
const restOfTyping = 400;

interface Values {
  readonly title?: string;
  readonly body: string;
}

interface Props {
  readonly template: NoticeTemplate;
  readonly name: string;
  readonly onClose: () => void;
}

/** The words of a template, what may be filled in, how people would read it, and how it was before. */
export function TemplateDrawer({ template, name, onClose }: Props): ReactElement {
  const { code, language, version, placeholders } = template;
  const titled = template.title !== null;
  return (
    <FormDrawer
      title={messages.marks.aside(admin.editOf(name), words.languages[language])}
      width={560}
      act={useSaveTemplate()}
      toAct={({ title, body }: Values) => ({ code, language, change: { version, title: title ?? null, body } })}
      initial={{ body: template.body, ...(template.title !== null && { title: template.title }) }}
      done={admin.saved}
      onClose={onClose}
      below={<ChangeHistory changes={useTemplateChanges(template)} />}
    >
      {titled && (
        <Form.Item name="title" label={words.heading} rules={written(words.headingMissing)}>
          <Input autoComplete="off" maxLength={100} />
        </Form.Item>
      )}
      <Form.Item name="body" label={words.body} rules={written(words.bodyMissing)}>
        <Input.TextArea id="body" autoSize={{ minRows: 4, maxRows: 14 }} maxLength={2_000} />
      </Form.Item>
      <Inserts placeholders={placeholders} />
      <Preview template={template} />
    </FormDrawer>
  );
}

/** What may be filled in; a click puts it where the cursor is. */
function Inserts({ placeholders }: Pick<NoticeTemplate, 'placeholders'>): ReactElement {
  const form = Form.useFormInstance<Values>();
  const insert = (placeholder: string) => {
    const area = document.getElementById('body');
    const body = String(form.getFieldValue('body') ?? '');
    const at = area instanceof HTMLTextAreaElement ? area.selectionStart : body.length;
    form.setFieldValue('body', `${body.slice(0, at)}{${placeholder}}${body.slice(at)}`);
    area?.focus();
  };
  return (
    <section className={styles['inserts']} aria-label={words.placeholders}>
      {placeholders.map(({ name }) => {
        const shown = `{${name}} ${words.placeholder[name] ?? ''}`;
        return (
          <Button key={name} size="small" aria-label={words.insert(shown)} onClick={() => insert(name)}>
            {shown}
          </Button>
        );
      })}
    </section>
  );
}

function Preview({ template: { code, language, ...saved } }: { template: NoticeTemplate }): ReactElement {
  const body = useSettled(Form.useWatch<string | undefined>('body') ?? saved.body, restOfTyping);
  const title = useSettled(Form.useWatch<string | undefined>('title') ?? saved.title, restOfTyping);
  const preview = useTemplatePreview({ code, language, title, body });
  return (
    <section className={styles['preview']} aria-label={words.preview} aria-live="polite">
      {preview.error ? (
        <span className={styles['bad']}>{reasonOf(preview.error)}</span>
      ) : (
        <>
          {preview.data?.title && <strong>{preview.data.title}</strong>}
          {preview.data?.body}
        </>
      )}
    </section>
  );
}

/** The first refused field says more than that fields are refused. */
function reasonOf(error: Error): string {
  const fields = 'fields' in error && Array.isArray(error.fields) ? (error.fields as { message: string }[]) : [];
  return fields[0]?.message ?? problemText(error);
}
