import { App, Button, Input, Modal } from 'antd';
import type { ReactElement } from 'react';
import { pageWords } from '../../messages/page-words.js';
import { useReturnFocus } from '../../hooks/use-return-focus.js';

const words = pageWords.screen;

/** Shows a new link once; the token stands behind the #, which no log of a server has. */
export function MadeLink({ token, onClose }: { token: string; onClose: () => void }): ReactElement {
  useReturnFocus();
  const { message } = App.useApp();
  const address = `${window.location.origin}/big-screen#${token}`;
  // On plain http addresses browsers have no clipboard for pages.
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      void message.success(words.copied);
    } catch {
      void message.warning(words.copyFailed);
    }
  };
  return (
    <Modal
      open
      title={words.link}
      onCancel={onClose}
      footer={[
        <Button key="copy" onClick={() => void copy()}>
          {words.copy}
        </Button>,
        <Button key="open" type="primary" href={address} target="_blank">
          {words.open}
        </Button>,
      ]}
    >
      <p>{words.linkOnce}</p>
      <Input.TextArea
        readOnly
        autoSize
        aria-label={words.link}
        value={address}
        onFocus={({ target }) => target.select()}
      />
    </Modal>
  );
}
