import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';

type Authentication = ConfigurationBotFrameworkAuthentication;
type Authenticated = Awaited<ReturnType<Authentication['authenticateRequest']>>;
type ConnectorFactory = NonNullable<Authenticated['connectorFactory']>;
type Connector = Awaited<ReturnType<ConnectorFactory['create']>>;
type UserTokenClient = Awaited<ReturnType<Authentication['createUserTokenClient']>>;

/** Service URLs with a client each: Teams has one a region and tenant. */
const MAX_CONNECTORS = 200;
/** Steps of the SDK's HTTP pipeline that are left out: it retries without a limit of time, and follows redirects with the bot's token. */
const UNWANTED_POLICIES = ['defaultRetryPolicy', 'redirectPolicy'];

/**
 * The SDK's authentication with its HTTP clients kept: it would build two pipelines a turn,
 * a quarter of a turn's CPU and most of its garbage.
 */
export class ChannelAuthentication extends ConfigurationBotFrameworkAuthentication {
  private readonly connectors = new Map<string, Promise<Connector>>();
  private userTokens: Promise<UserTokenClient> | null = null;

  override async authenticateRequest(
    ...[activity, header]: Parameters<Authentication['authenticateRequest']>
  ): Promise<Authenticated> {
    const result = await super.authenticateRequest(activity, header);
    const { connectorFactory } = result;
    if (connectorFactory === undefined) {
      return result;
    }
    const create: ConnectorFactory['create'] = (serviceUrl, audience) =>
      this.connector(connectorFactory, serviceUrl, audience ?? '');
    return { ...result, connectorFactory: { create } };
  }

  /** Never used by this bot, but the SDK insists on one a turn. */
  override createUserTokenClient(
    ...[identity]: Parameters<Authentication['createUserTokenClient']>
  ): Promise<UserTokenClient> {
    this.userTokens ??= super.createUserTokenClient(identity);
    return this.userTokens;
  }

  private connector(
    factory: ConnectorFactory,
    serviceUrl: string,
    audience: string,
  ): Promise<Connector> {
    const key = `${audience} ${serviceUrl}`;
    const known = this.connectors.get(key);
    if (known !== undefined) {
      return known;
    }
    if (this.connectors.size >= MAX_CONNECTORS) {
      this.connectors.clear();
    }
    const made = factory.create(serviceUrl, audience).then(withoutUnwanted);
    this.connectors.set(key, made);
    made.catch(() => this.connectors.delete(key));
    return made;
  }
}

/** The compatibility client ignores `noRetryPolicy`, so the steps are taken out of the pipeline it holds. */
function withoutUnwanted(connector: Connector): Connector {
  const { client } = connector as unknown as {
    client: { pipeline: { removePolicy(policy: { name: string }): unknown } };
  };
  for (const name of UNWANTED_POLICIES) {
    client.pipeline.removePolicy({ name });
  }
  return connector;
}
