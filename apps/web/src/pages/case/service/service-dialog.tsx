import type { ReactElement } from 'react';
import { useAddService, type ServiceEntry } from '../../../api/service-record.js';
import { FormDialog } from '../../../components/form-dialog.js';
import { messages } from '../../../messages/messages.js';
import { ServiceFields, type ServiceForm } from './service-fields.js';
import styles from './service-section.module.css';

const words = messages.service;

/** What a dialog adds. */
export type AddedKind = keyof typeof words.add;

interface Props {
  readonly caseId: string;
  readonly kind: AddedKind;
  readonly onClose: () => void;
}

/** Asks for what is added to the service record. */
export function ServiceDialog({ caseId, kind, onClose }: Props): ReactElement {
  return (
    <FormDialog
      title={words.add[kind]}
      intro={<p className={styles['hint']}>{words.hint[kind]}</p>}
      act={useAddService(caseId)}
      toAct={(values: ServiceForm) => entryOf(kind, values)}
      initial={{ reached: true, trip: false, original: true }}
      done={words.done(words.add[kind])}
      onClose={onClose}
    >
      <ServiceFields kind={kind} />
    </FormDialog>
  );
}

function entryOf(kind: AddedKind, values: ServiceForm): ServiceEntry {
  const { way = '', reached = true, trip = false, text = '', items = '', name = '', original = true } = values;
  switch (kind) {
    case 'contact':
      return { kind, way, reached, trip, text };
    case 'tell':
      return {
        kind,
        items: items
          .split('\n')
          .map((item) => item.trim())
          .filter(Boolean),
        text: text.trim(),
      };
    case 'paper':
      return { kind, name, original };
    case 'proxy':
      return { kind, mandate: text };
    case 'end':
      return { kind, result: text };
  }
}
