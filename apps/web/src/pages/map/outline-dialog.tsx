import { Alert, Form, Input, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import { useDistrictMap, usePutDistrictMap } from '../../api/district-map.js';
import type { NewDistrictMap } from '../../api/model.js';
import { FileButton } from '../../components/file-button.js';
import { problemText } from '../../format/problem-text.js';
import { longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import { useReturnFocus } from '../../hooks/use-return-focus.js';
import { readJsonFile } from './read-json-file.js';
import styles from './map-page.module.css';

const words = pageWords.districtMap;
const geoJson = '.geojson,.json,application/geo+json';

/** Puts the outline of the district in; the server tells what is wrong with a file. */
export function OutlineDialog({ onClose }: { onClose: () => void }): ReactElement {
  useReturnFocus();
  const now = useDistrictMap().data;
  const put = usePutDistrictMap();
  const [file, setFile] = useState<{ readonly name: string; readonly map: NewDistrictMap['map'] }>();
  const [wrong, setWrong] = useState<string>();
  const [note, setNote] = useState('');
  const choose = async ([chosen]: readonly File[]) => {
    if (!chosen) return;
    put.reset();
    const read = await readJsonFile(chosen);
    setWrong('wrong' in read ? words[read.wrong] : undefined);
    setFile('wrong' in read ? undefined : { name: chosen.name, map: read.json });
  };
  const send = () => {
    if (!file) setWrong(words.fileMissing);
    else if (note.trim() === '') setWrong(messages.missing.fill(words.note));
    else put.mutate({ version: now?.version ?? 0, map: file.map, note: note.trim() }, { onSuccess: onClose });
  };
  const said = wrong ?? (put.error ? problemText(put.error) : undefined);
  return (
    <Modal
      open
      title={words.outlineTitle}
      okText={messages.act.submit}
      cancelText={messages.act.cancel}
      confirmLoading={put.isPending}
      onOk={send}
      onCancel={onClose}
    >
      <Form layout="vertical" component="div">
        <p className={styles['small']}>{words.outlineHint}</p>
        {now?.map && now.at !== null && (
          <p className={styles['small']}>{words.outlineNow(longTime(now.at), now.by, now.map.features.length)}</p>
        )}
        <Form.Item label={words.file} {...(file && { extra: words.chosen(file.name) })}>
          <FileButton label={words.file} loading={false} accept={geoJson} onFiles={(files) => void choose(files)} />
        </Form.Item>
        <Form.Item label={words.note} htmlFor="outline-note">
          <Input
            id="outline-note"
            maxLength={200}
            value={note}
            onChange={({ target }) => {
              setNote(target.value);
              setWrong(undefined);
            }}
          />
        </Form.Item>
        {said !== undefined && <Alert type="error" showIcon role="alert" title={said} />}
      </Form>
    </Modal>
  );
}
