import { Entity } from 'botframework-connector/lib/connectorApi/models/mappers';

/**
 * Lets entities leave whole. The SDK describes one by its type, text and mention alone, and its serialiser drops every
 * other field without a word (botframework-connector 4.23.3): citations and thumbs would never reach a channel.
 */
export function sendWholeEntities(): void {
  Entity.type.additionalProperties = { type: { name: 'any' } };
}
