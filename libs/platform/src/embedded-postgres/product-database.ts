import pg from 'pg';
import { superuser } from './cluster.js';

/** Name of the product's database and of the role that owns it. */
const product = 'lianban';

/**
 * Creates the product's role and database unless they are there. The role is no superuser, so that nothing that
 * reaches the database through the product can run programs or read files on the machine.
 */
export async function ensureProductDatabase(
  port: number,
  password: string,
): Promise<{ url: string; adminUrl: string }> {
  const adminUrl = address(superuser, password, port, superuser);
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const role = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [product]);
    const secret = client.escapeLiteral(password);
    await client.query(`${role.rowCount ? 'ALTER' : 'CREATE'} ROLE ${product} LOGIN PASSWORD ${secret}`);
    const database = await client.query('SELECT FROM pg_database WHERE datname = $1', [product]);
    if (!database.rowCount) await client.query(`CREATE DATABASE ${product} OWNER ${product}`);
  } finally {
    await client.end();
  }
  return { url: address(product, password, port, product), adminUrl };
}

function address(role: string, password: string, port: number, database: string): string {
  return `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}
