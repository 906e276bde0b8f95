import pg from 'pg';
import { superuser } from './cluster.js';

/** Name of the product's database and of the role that owns it. */
const product = 'lianban';

/** Where the server is, and its superuser's password, which the product's role gets too. */
export interface ServerAddress {
  readonly port: number;
  /** Folder of its Unix socket; undefined where it has none. */
  readonly socket: string | undefined;
  readonly password: string;
}

/**
 * Creates the product's role and database unless they are there. The role is no superuser, so that nothing that
 * reaches the database through the product can run programs or read files on the machine.
 */
export async function ensureProductDatabase(server: ServerAddress): Promise<{ url: string; adminUrl: string }> {
  const { url, adminUrl } = addressesOf(server);
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const role = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [product]);
    const secret = client.escapeLiteral(server.password);
    await client.query(`${role.rowCount ? 'ALTER' : 'CREATE'} ROLE ${product} LOGIN PASSWORD ${secret}`);
    const database = await client.query('SELECT FROM pg_database WHERE datname = $1', [product]);
    if (!database.rowCount) await client.query(`CREATE DATABASE ${product} OWNER ${product}`);
  } finally {
    await client.end();
  }
  return { url, adminUrl };
}

/** The addresses of a server that runs, with its database in place. */
export function addressesOf(server: ServerAddress): { url: string; adminUrl: string } {
  return { url: address(server, product, product), adminUrl: address(server, superuser, superuser) };
}

/** With `host` the driver uses the socket; a client that does not know it may leave it away and use the port. */
function address({ port, socket, password }: ServerAddress, role: string, database: string): string {
  const url = `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  return socket === undefined ? url : `${url}?host=${encodeURIComponent(socket)}`;
}
