// npm oidc-provider in memory, with one member who is signed in at once: the peer of our own provider.
import { generateKeyPairSync } from 'node:crypto';
import Provider from 'oidc-provider';

// The adapter that comes with it forgets everything beyond a thousand entries, the session included.
class Memory {
  static entries = new Map();

  constructor(model) { this.model = model; }

  key(id) { return `${this.model}:${id}`; }

  async upsert(id, payload) {
    Memory.entries.set(this.key(id), payload);
    if (payload.uid) Memory.entries.set(this.key(`uid:${payload.uid}`), payload);
  }

  async find(id) { return Memory.entries.get(this.key(id)); }

  async findByUid(uid) { return Memory.entries.get(this.key(`uid:${uid}`)); }

  async consume(id) { Memory.entries.get(this.key(id)).consumed = Math.floor(Date.now() / 1000); }

  async destroy(id) { Memory.entries.delete(this.key(id)); }

  async revokeByGrantId() {}
}

const [port, secret] = process.argv.slice(2);
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const provider = new Provider(`http://127.0.0.1:${port}`, {
  adapter: Memory,
  clients: [{
    client_id: 'bench',
    client_secret: secret,
    redirect_uris: ['https://bench.example/callback'],
    id_token_signed_response_alg: 'ES256',
  }],
  cookies: { keys: ['bench'] },
  jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256', kid: 'bench' }] },
  features: { devInteractions: { enabled: false } },
  findAccount: (ctx, id) => ({ accountId: id, claims: async () => ({ sub: id }) }),
  interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
  loadExistingGrant: async (ctx) => {
    const { Grant } = ctx.oidc.provider;
    const known = ctx.oidc.session.grantIdFor(ctx.oidc.client.clientId);
    if (known) return Grant.find(known);
    const grant = new Grant({ accountId: ctx.oidc.session.accountId, clientId: ctx.oidc.client.clientId });
    grant.addOIDCScope('openid profile email');
    await grant.save();
    return grant;
  },
});
provider.use(async (ctx, next) => {
  if (ctx.path.startsWith('/interaction/')) {
    ctx.respond = false;
    await provider.interactionFinished(ctx.req, ctx.res, { login: { accountId: 'bench' } });
  } else {
    await next();
  }
});
provider.listen(Number(port), '127.0.0.1');
