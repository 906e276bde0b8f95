import { speak } from './messages.js';
import { speakOfPages } from './page-words.js';
import { speakOfWorkflows } from './workflow-words.js';

// Runs before each spec: what main.tsx does for a browser.
await speak('zh-CN');
await speakOfWorkflows();
await speakOfPages();
