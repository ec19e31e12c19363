/** 96 random bits. `crypto.randomUUID` is there on https pages only, and clinics have others. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
