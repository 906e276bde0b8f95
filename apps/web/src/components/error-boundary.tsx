import { Component, type ErrorInfo, type ReactNode } from 'react';
import { messages } from '../messages/messages.js';
import styles from './notice.module.css';

/** Keeps a fault in one page from leaving a white window; also meets code that a new release has replaced. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error('page failed', error, info.componentStack);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className={styles['notice']} role="alert">
        <strong className={styles['title']}>{messages.failure.title}</strong>
        <p>{messages.failure.page}</p>
        <button type="button" onClick={() => window.location.reload()}>
          {messages.act.reload}
        </button>
      </div>
    );
  }
}
