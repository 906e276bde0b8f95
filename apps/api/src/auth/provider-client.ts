import { Inject, Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import type { ProviderPerson } from '@lianban/identity';
import { CONFIG, isLocalHost, type Config, type SignInProvider } from '@lianban/platform';
import { providerUnset } from '../http/http-errors.js';

/** Seconds by which the clocks of the provider and this server may differ. */
const skew = 60;
/** Seconds that the provider may take to answer. */
const patience = 10;
/** Where the provider sends people back to; the address to register there. */
const callback = '/api/v1/auth/provider/callback';

/** What is remembered of a sign-in while somebody is at the provider. */
interface BegunSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Speaks OpenID Connect with the provider that the settings name: authorisation code, PKCE, state and nonce. */
@Injectable()
export class ProviderClient {
  readonly #provider: SignInProvider | undefined;
  readonly #publicUrl: string;
  #discovered: Promise<oidc.Configuration> | undefined;

  constructor(@Inject(CONFIG) { oidc: provider, publicUrl = '' }: Pick<Config, 'oidc' | 'publicUrl'>) {
    this.#provider = provider;
    this.#publicUrl = publicUrl;
  }

  /** Undefined where none is connected. */
  get provider(): SignInProvider | undefined {
    return this.#provider;
  }

  /** Where to send somebody who wants to sign in. */
  async begin(): Promise<BegunSignIn & { readonly url: string }> {
    const configuration = await this.#discover();
    const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
    const acr = this.#provider?.acr ?? [];
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: this.#here(callback),
      scope: 'openid profile',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      ...(acr.length > 0 && { acr_values: acr.join(' ') }),
    });
    return { url: url.href, state, nonce, verifier };
  }

  /** Who came back. @param path with its query, as the provider sent the browser to it */
  async finish(path: string, { state, nonce, verifier }: BegunSignIn): Promise<ProviderPerson> {
    const configuration = await this.#discover();
    const tokens = await oidc.authorizationCodeGrant(configuration, new URL(this.#here(path)), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error('the provider gave no ID token');
    const more =
      textOf(claims['preferred_username']) === undefined && configuration.serverMetadata().userinfo_endpoint
        ? await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub)
        : claims;
    return {
      issuer: claims.iss,
      subject: claims.sub,
      username: textOf(more['preferred_username']),
      name: textOf(more['name']),
      vouched: this.#vouches(claims),
    };
  }

  /** Where to send somebody who signed out here, so that they are signed out there too; undefined where it has no such page. */
  async signOutUrl(): Promise<string | undefined> {
    const configuration = await this.#discover();
    if (!configuration.serverMetadata().end_session_endpoint) return undefined;
    return oidc.buildEndSessionUrl(configuration, { post_logout_redirect_uri: this.#here('/sign-in') }).href;
  }

  /** Whether a second factor was shown there: it says so by `amr` (RFC 8176), or by a level that the settings name. */
  #vouches({ amr, acr }: oidc.IDToken): boolean {
    const byMethods = Array.isArray(amr) && amr.includes('mfa');
    return byMethods || (typeof acr === 'string' && (this.#provider?.acr ?? []).includes(acr));
  }

  #here(path: string): string {
    return new URL(path, this.#publicUrl).href;
  }

  async #discover(): Promise<oidc.Configuration> {
    const provider = this.#provider;
    if (!provider) throw providerUnset();
    this.#discovered ??= discover(provider);
    try {
      return await this.#discovered;
    } catch (error) {
      this.#discovered = undefined; // it may answer the next time
      throw error;
    }
  }
}

async function discover({ issuer, clientId, clientSecret }: SignInProvider): Promise<oidc.Configuration> {
  const address = new URL(issuer);
  const authentication = clientSecret === undefined ? oidc.None() : bySecret(clientSecret);
  return await oidc.discovery(address, clientId, { [oidc.clockTolerance]: skew }, authentication, {
    execute: isLocalHost(address) ? [oidc.allowInsecureRequests] : [],
    timeout: patience,
  });
}

/** As the provider takes it; the standard says Basic where it does not say. */
function bySecret(secret: string): oidc.ClientAuth {
  const [basic, post] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)];
  return (server, client, body, headers) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const authentication = taken.includes('client_secret_basic') ? basic : post;
    return authentication(server, client, body, headers);
  };
}

function textOf(claim: unknown): string | undefined {
  return typeof claim === 'string' && claim.trim() !== '' ? claim.trim() : undefined;
}
