import { App, Button, Dropdown } from 'antd';
import { useRef, type ReactElement } from 'react';
import { drawingWords } from '../../../messages/workflow-words.js';
import type { StudioModeler } from '../modeler/modeler.js';
import { downloadText } from '../../../components/download.js';
import { asOwnDiagram, DiagramRefused, mostDiagramText } from './diagram-file.js';

const words = drawingWords.file;

interface Props {
  readonly processKey: string;
  readonly modeler: StudioModeler | undefined;
  readonly onImport: (content: string) => void;
}

/** Brings a diagram in from a file, and hands this one out. */
export function FileMenu({ processKey, modeler, onImport }: Props): ReactElement {
  const { message, modal } = App.useApp();
  const field = useRef<HTMLInputElement>(null);
  const take = async (file: File) => {
    try {
      if (file.size > mostDiagramText) throw new DiagramRefused('tooLarge');
      const content = await asOwnDiagram(await file.text(), { key: processKey });
      modal.confirm({
        title: words.importTitle,
        content: words.importHint,
        okText: words.importOk,
        onOk: () => onImport(content),
      });
    } catch (error) {
      void message.error(words[error instanceof DiagramRefused ? error.fault : 'unreadable']);
    }
  };
  const hand = {
    import: () => field.current?.click(),
    bpmn: async () => downloadText(`${processKey}.bpmn`, (await modeler?.xml()) ?? '', 'application/xml'),
    svg: async () => downloadText(`${processKey}.svg`, (await modeler?.svg()) ?? '', 'image/svg+xml'),
  };
  return (
    <>
      <Dropdown
        trigger={['click']}
        disabled={!modeler}
        menu={{
          items: [
            { key: 'import', label: words.import, onClick: hand.import },
            { key: 'bpmn', label: words.exportBpmn, onClick: () => void hand.bpmn() },
            { key: 'svg', label: words.exportSvg, onClick: () => void hand.svg() },
          ],
        }}
      >
        <Button>{words.menu}</Button>
      </Dropdown>
      <input
        ref={field}
        type="file"
        hidden
        accept=".bpmn,.xml"
        aria-label={words.choose}
        onChange={({ target }) => {
          const [file] = [...(target.files ?? [])];
          target.value = ''; // so that the same file can be chosen again
          if (file) void take(file);
        }}
      />
    </>
  );
}
