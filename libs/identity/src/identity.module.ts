import { Module } from '@nestjs/common';
import { OrganisationModule } from '@lianban/organisation';
import { CONFIG, type Config } from '@lianban/platform';
import { AbsenceService } from './absences/absence.service.js';
import { AccessService } from './access/access.service.js';
import { PrincipalService } from './access/principal.service.js';
import { AccountRescue } from './accounts/account-rescue.service.js';
import { AccountService } from './accounts/account.service.js';
import { OwnPasswordService } from './accounts/own-password.service.js';
import { ApiTokenService } from './api-tokens/api-token.service.js';
import { AuditTrail } from './audit/audit-trail.js';
import { DepartureService } from './departures/departure.service.js';
import { PasskeyCheck } from './passkeys/passkey-check.js';
import { PasskeyService } from './passkeys/passkey.service.js';
import { PeopleService } from './people/people.service.js';
import { PlaceFollower } from './places/place-follower.service.js';
import { ProviderAttempts } from './provider/provider-attempts.js';
import { ProviderSignIn } from './provider/provider-sign-in.service.js';
import { GrantService } from './roles/grant.service.js';
import { SecondFactorCheck } from './second-factor/second-factor-check.js';
import { SecondFactorService } from './second-factor/second-factor.service.js';
import { SecretBox } from './second-factor/secret-box.js';
import { AuthService } from './sign-in/auth.service.js';
import { CredentialService } from './sign-in/credential.service.js';
import { SessionService } from './sign-in/session.service.js';
import { SignInSettingsService } from './sign-in/sign-in-settings.service.js';

const services = [
  AbsenceService,
  AccessService,
  AccountRescue,
  AccountService,
  ApiTokenService,
  AuditTrail,
  AuthService,
  CredentialService,
  DepartureService,
  GrantService,
  OwnPasswordService,
  PasskeyCheck,
  PasskeyService,
  PeopleService,
  PlaceFollower,
  PrincipalService,
  ProviderAttempts,
  ProviderSignIn,
  SecondFactorCheck,
  SecondFactorService,
  SessionService,
  SignInSettingsService,
];

/** Its key lies in the data folder. */
const secretBox = {
  provide: SecretBox,
  inject: [CONFIG],
  useFactory: ({ dataDir }: Config) => new SecretBox(dataDir),
};

/** Who may sign in and do what, and the record of it. Needs the global DatabaseModule of platform. */
@Module({ imports: [OrganisationModule], providers: [...services, secretBox], exports: services })
export class IdentityModule {}
