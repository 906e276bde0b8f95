import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync } from 'node:fs';

/** The operating system's user under which the server runs, where that is not the current one. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Whom the server runs as: for root the owner of the data if there are any, else nobody; for everybody else
 * undefined, which means the current user.
 *
 * @param dataFolder the database's folder, which need not exist
 */
export function serverUser(dataFolder: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = lstatSync(dataFolder, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : unprivileged();
}

/**
 * PostgreSQL refuses to run as root, and `initdb` wants a user whom the system knows. "nobody" needs no `useradd`;
 * where an image has none, any other ordinary user does.
 */
function unprivileged(): ServerUser {
  const nobody: ServerUser = { uid: 65_534, gid: 65_534 };
  const users = knownUsers();
  return users.find(({ uid }) => uid === nobody.uid) ?? users.find(({ uid }) => uid > 0) ?? nobody;
}

function knownUsers(): ServerUser[] {
  if (!existsSync('/etc/passwd')) return [];
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  return lines.flatMap(([, , uid, gid]) => (uid && gid ? [{ uid: Number(uid), gid: Number(gid) }] : []));
}

/** Whether the user may enter the folder; asks the system, which knows of modes, lists and mounts. */
export function mayEnter(folder: string, user: ServerUser | undefined): boolean {
  if (!user) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** Whether the user may run the program, libraries included. */
export function mayRun(program: string, user: ServerUser | undefined): boolean {
  return spawnSync(program, ['--version'], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
}
