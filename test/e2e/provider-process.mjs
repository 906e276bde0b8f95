// A provider of sign-in (OpenID Connect) in a process of its own, with its own pages for signing in and consenting.
// Takes {returnTo, signedOutAt} as its first message and answers with {issuer}. A login like `s-1.clerk.mfa` is the
// subject; its second part is the user name, and `mfa` says that a second factor was shown.
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { URLSearchParams } from 'node:url';
import { Provider } from 'oidc-provider';

const [{ returnTo, signedOutAt }] = await once(process, 'message');
const server = createServer();
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const issuer = `http://127.0.0.1:${server.address().port}`;
const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'lianban',
      client_secret: 'secret-of-the-client',
      redirect_uris: [returnTo],
      post_logout_redirect_uris: [signedOutAt],
    },
  ],
  claims: { openid: ['sub', 'amr'], profile: ['name', 'preferred_username'] },
  cookies: { keys: ['key of the cookies'] },
  jwks: { keys: [{ ...key, use: 'sig', alg: 'RS256', kid: 'one' }] },
  findAccount(_context, id) {
    const [, name] = id.split('.');
    const claims = { sub: id, preferred_username: name, name: `统一认证 ${name}` };
    return { accountId: id, claims: () => claims };
  },
});
server.on('request', async (request, response) => {
  if (request.method === 'POST' && request.url.startsWith('/interaction/')) {
    const form = Object.fromEntries(new URLSearchParams(await text(request)));
    if (form.login?.endsWith('.mfa')) {
      const login = { accountId: form.login, amr: ['pwd', 'mfa'] };
      return await provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
    }
    request.body = form; // as the pages of the provider take it
  }
  await provider.callback()(request, response);
});
process.on('disconnect', () => process.exit(0));
process.send({ issuer });
