import { App, Checkbox, Form } from 'antd';
import type { ReactElement } from 'react';
import type { DecidedWatermark, Watermark } from '../../api/model.js';
import { useDecideWatermark, useWatermarkDecisions } from '../../api/privacy.js';
import { pageWords } from '../../messages/page-words.js';
import { Grounds, Part } from './part.js';

const words = pageWords.privacy;

/** Where the mark of who looks stands. */
export function WatermarkPart(): ReactElement {
  const decisions = useWatermarkDecisions();
  return (
    <Part
      title={words.watermark}
      decisions={decisions}
      form={(latest) => <WatermarkForm key={latest.version} latest={latest} />}
    />
  );
}

function WatermarkForm({ latest }: { readonly latest: DecidedWatermark }): ReactElement {
  const { message } = App.useApp();
  const decide = useDecideWatermark();
  const submit = ({ note, ...value }: Watermark & { note: string }) =>
    decide.mutate({ version: latest.version, value, note }, { onSuccess: () => void message.success(words.saved) });
  return (
    <Form layout="vertical" initialValues={latest.value} onFinish={submit}>
      <Form.Item name="pages" valuePropName="checked" noStyle>
        <Checkbox>{words.pages}</Checkbox>
      </Form.Item>
      <Form.Item name="exports" valuePropName="checked">
        <Checkbox>{words.exports}</Checkbox>
      </Form.Item>
      <Grounds pending={decide.isPending} error={decide.error} />
    </Form>
  );
}
