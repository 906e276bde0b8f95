import { Button, Segmented } from 'antd';
import { useState, type ReactElement } from 'react';
import type { NoticeTemplate } from '../../api/model.js';
import { useNoticeTemplates } from '../../api/notice-templates.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { PlainList } from '../../components/plain-list.js';
import type { Column } from '../../components/record-table.js';
import { messages } from '../../messages/messages.js';
import styles from './administration.module.css';
import { TemplateDrawer } from './template-drawer.js';

const words = messages.templates;
const { admin } = messages;
const languages: readonly NoticeTemplate['language'][] = ['zh-CN', 'en'];

/** The texts that people are told, in each language. */
export function TemplatesPage(): ReactElement {
  const templates = useNoticeTemplates();
  const [language, setLanguage] = useState<NoticeTemplate['language']>('zh-CN');
  const [edited, setEdited] = useState<NoticeTemplate>();
  const useOf = ({ code }: NoticeTemplate) => words.names[code] ?? usualTitle(templates.data, code);
  const columns: Column<NoticeTemplate>[] = [
    { key: 'use', title: words.use, width: 200, cell: useOf },
    { key: 'title', title: words.heading, width: 160, cell: ({ title }) => title ?? messages.deliveries.unknown },
    { key: 'body', title: words.body, cell: ({ body }) => <span className={styles['clamp']}>{body}</span> },
    {
      key: 'act',
      title: messages.column.act,
      width: 96,
      cell: (template) => (
        <Button size="small" aria-label={admin.editOf(useOf(template))} onClick={() => setEdited(template)}>
          {admin.edit}
        </Button>
      ),
    },
  ];
  return (
    <>
      <PageHeader title={words.title} hint={words.hint}>
        <Segmented
          aria-label={words.language}
          value={language}
          onChange={setLanguage}
          options={languages.map((value) => ({ value, label: words.languages[value] }))}
        />
      </PageHeader>
      {templates.isPending && <Loading />}
      {templates.isError && !templates.data && (
        <Failure error={templates.error} onRetry={() => void templates.refetch()} />
      )}
      {templates.data && (
        <PlainList
          caption={words.title}
          columns={columns}
          rows={templates.data.filter((template) => template.language === language)}
          rowKey={({ code }) => code}
        />
      )}
      {edited && <TemplateDrawer template={edited} name={useOf(edited)} onClose={() => setEdited(undefined)} />}
    </>
  );
}

function usualTitle(templates: readonly NoticeTemplate[] = [], code: string): string {
  return templates.find((template) => template.code === code && template.language === 'zh-CN')?.title ?? code;
}
