import jwt from 'jsonwebtoken';
import { z } from 'zod';

/** Clients refresh every 15 minutes (directlinejs 0.15), so a token lives twice as long. */
export const TOKEN_SECONDS = 1800;
/** A stream address is used at once; the token in it is visible in logs of proxies, so it is short-lived. */
const STREAM_SECONDS = 120;
const ISSUER = 'immunotherapy-faq-bot';
const AUDIENCE = { api: 'directline', stream: 'directline-stream' } as const;

/** What a token lets its holder do: speak as one user in one conversation. */
export interface Grant {
  readonly conversationId: string;
  readonly userId: string;
}

export type TokenUse = keyof typeof AUDIENCE;

export type Verified =
  | { readonly kind: 'valid'; readonly grant: Grant }
  | { readonly kind: 'expired' | 'invalid' };

// `user` is the claim directlinejs reads; `bot`, `site` and `conv` are those of Azure's own tokens.
const CLAIMS = z.object({ conv: z.string().min(1).max(128), user: z.string().min(1).max(128) });

/** Signs and checks Direct Line tokens: HS256 only, bound to one use. */
export class Tokens {
  constructor(
    private readonly key: string,
    private readonly now: () => number,
  ) {}

  sign({ conversationId: conv, userId: user }: Grant, use: TokenUse = 'api'): string {
    const iat = Math.floor(this.now() / 1000);
    const exp = iat + (use === 'api' ? TOKEN_SECONDS : STREAM_SECONDS);
    const claims = { bot: ISSUER, site: 'website', conv, user, iat, nbf: iat, exp };
    return jwt.sign(claims, this.key, {
      algorithm: 'HS256',
      issuer: ISSUER,
      audience: AUDIENCE[use],
    });
  }

  verify(token: string, use: TokenUse = 'api'): Verified {
    try {
      const claims = jwt.verify(token, this.key, {
        algorithms: ['HS256'],
        issuer: ISSUER,
        audience: AUDIENCE[use],
        clockTimestamp: Math.floor(this.now() / 1000),
      });
      const { conv, user } = CLAIMS.parse(claims);
      return { kind: 'valid', grant: { conversationId: conv, userId: user } };
    } catch (error) {
      return { kind: error instanceof jwt.TokenExpiredError ? 'expired' : 'invalid' };
    }
  }
}
