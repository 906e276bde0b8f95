/** The lowest Node.js that runs this project. Kept free of newer syntax so that an old Node reaches the message. */
const lowest = [20, 19];

/** Stops with one clear line when Node.js is too old. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > lowest[0] || (major === lowest[0] && minor >= lowest[1])) return;
  console.error(
    'lianban: Node.js ' + process.versions.node + ' is too old; install Node.js ' + lowest.join('.') + ' or newer.',
  );
  process.exit(3);
}
