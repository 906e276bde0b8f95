import { keepTime } from '../format/zone.js';
import { speak } from './messages.js';
import { speakOfPages } from './page-words.js';
import { speakOfWorkflows } from './workflow-words.js';

// Runs before each spec: what main.tsx does for a browser.
keepTime('Asia/Shanghai');
await speak('zh-CN');
await speakOfWorkflows();
await speakOfPages();
