/** Operations that whoever is signed in may call, each with why that is enough. */
export const signedIn: Readonly<Record<string, string>> = {
  'GET /api/v1/auth/session': 'tells who one is',
  'DELETE /api/v1/auth/session': 'ends the own session',
  'GET /api/v1/me': 'tells who one is and what one may do',
  'PUT /api/v1/me/password': 'the own password, by who knows it',
  'GET /api/v1/me/second-factor': 'the own second factor',
  'PUT /api/v1/me/second-factor/totp': 'the own second factor, by who knows the password',
  'PUT /api/v1/me/second-factor/totp/confirmation': 'the own second factor',
  'PUT /api/v1/me/second-factor/recovery-codes': 'the own second factor, by who has it',
  'PUT /api/v1/me/second-factor/removal': 'the own second factor, by who has it',
  'GET /api/v1/me/passkeys': 'the own keys',
  'PUT /api/v1/me/passkeys': 'the own keys',
  'PUT /api/v1/me/passkeys/proof': 'the own keys',
  'PUT /api/v1/me/passkeys/request': 'the own keys, by who knows the password',
  'PUT /api/v1/me/passkeys/{id}/removal': 'the own keys, by who knows the password',
  'GET /api/v1/me/sessions': 'the own sessions',
  'DELETE /api/v1/me/sessions': 'the own sessions',
  'DELETE /api/v1/me/sessions/{id}': 'the own sessions',
  'GET /api/v1/me/api-tokens': 'the own tokens',
  'PUT /api/v1/me/api-tokens/{id}': 'a token with no more than one’s own permissions, by who knows the password',
  'DELETE /api/v1/me/api-tokens/{id}': 'the own tokens',
  'GET /api/v1/desk/home': 'counts only what one’s permissions open',
  'GET /api/v1/watermark': 'how one’s own screen is marked',
  'GET /api/v1/me/preferences': 'the own screen',
  'PATCH /api/v1/me/preferences': 'the own screen',
  'GET /api/v1/me/notice-address': 'the own address',
  'PUT /api/v1/me/notice-address': 'the own address',
  'GET /api/v1/notices': 'what one was told oneself',
  'POST /api/v1/notices/read': 'what one was told oneself',
  'GET /api/v1/events': 'that something of one’s own changed, without what',
  'GET /api/v1/calendars': 'the working days of the district are public',
  'GET /api/v1/calendars/{id}/days': 'the working days of the district are public',
  'GET /api/v1/volunteer-skills': 'names of skills, of nobody',
};

const supervised = ['supervision.read', 'supervision.answer'];

/** Operations for two offices: a route names one permission, and the service asks for one of these besides. */
export const besides: Readonly<Record<string, readonly string[]>> = {
  'GET /api/v1/bulletins': supervised,
  'GET /api/v1/bulletins/{id}/document': supervised,
  'GET /api/v1/talks': supervised,
};
