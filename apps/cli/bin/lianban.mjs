#!/usr/bin/env node
// npm links this file as node_modules/.bin/lianban; it exists before anything is built.
import '../../../scripts/lianban.mjs';
