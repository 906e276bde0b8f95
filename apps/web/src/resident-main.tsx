import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ResidentApp } from './resident-app.js';
import './styles/base.css';

const root = document.getElementById('root');
if (!root) throw new Error('resident.html has no element with id "root"');
createRoot(root).render(
  <StrictMode>
    <ResidentApp />
  </StrictMode>,
);
