import { App, Button, Dropdown } from 'antd';
import type { ReactElement } from 'react';
import { downloadText } from '../../../components/download.js';
import { FileField } from '../../../components/file-field.js';
import { drawingWords } from '../../../messages/workflow-words.js';
import type { StudioModeler } from '../modeler/modeler.js';
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
    bpmn: async () => downloadText(`${processKey}.bpmn`, (await modeler?.xml()) ?? '', 'application/xml'),
    svg: async () => downloadText(`${processKey}.svg`, (await modeler?.svg()) ?? '', 'image/svg+xml'),
  };
  return (
    <FileField
      label={words.choose}
      accept=".bpmn,.xml"
      onFiles={([file]) => file && void take(file)}
      button={(choose) => (
        <Dropdown
          trigger={['click']}
          disabled={!modeler}
          menu={{
            items: [
              { key: 'import', label: words.import, onClick: choose },
              { key: 'bpmn', label: words.exportBpmn, onClick: () => void hand.bpmn() },
              { key: 'svg', label: words.exportSvg, onClick: () => void hand.svg() },
            ],
          }}
        >
          <Button>{words.menu}</Button>
        </Dropdown>
      )}
    />
  );
}
