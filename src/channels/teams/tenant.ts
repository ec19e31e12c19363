import type { Activity } from 'botbuilder';

/** Whether people of this activity's tenant may use the bot. Only Teams has tenants; an empty list allows all. */
export function isTenantAllowed(
  { channelId, conversation, channelData }: Activity,
  tenants: readonly string[],
): boolean {
  const tenant = conversation.tenantId ?? channelData?.tenant?.id;
  return tenants.length === 0 || channelId !== 'msteams' || tenants.includes(tenant);
}
