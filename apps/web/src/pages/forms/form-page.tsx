import { Select } from 'antd';
import type { ReactElement } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { Form } from '@lianban/bpmn';
import { useForm, useFormVersions } from '../../api/forms.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { pageWords } from '../../messages/page-words.js';
import { longTime } from '../../format/time.js';
import { FormDesigner } from './form-designer.js';

const words = pageWords.forms.design;

/** One form, to be looked at and changed; an older version becomes the newest when it is saved. */
export function FormPage(): ReactElement {
  const { key = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const asked = Number(search.get('version') ?? '') || undefined;
  const shown = useForm(key, asked);
  const versions = useFormVersions(key);
  const latest = versions.data?.[0]?.version;
  if (shown.isPending || versions.isPending) return <Loading />;
  if (!shown.data || latest === undefined)
    return <Failure error={shown.error ?? versions.error} onRetry={() => void shown.refetch()} />;
  const { name, version, content } = shown.data;
  const options = (versions.data ?? []).map((each) => ({
    value: each.version,
    label: `${(each.version === latest ? words.latest : pageWords.forms.version)(each.version)} ${longTime(each.madeAt)}`,
  }));
  return (
    <FormDesigner
      key={version}
      title={name}
      initial={{ name, form: content as unknown as Form }}
      from={latest}
      {...(version !== latest && { notice: words.older })}
    >
      <Select
        aria-label={words.versions}
        value={version}
        options={options}
        popupMatchSelectWidth={false}
        onChange={(chosen) => setSearch(chosen === latest ? {} : { version: String(chosen) })}
      />
    </FormDesigner>
  );
}
