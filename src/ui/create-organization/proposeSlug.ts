/** Returns a URL name for a name: "Société Générale & Co." → "societe-generale-co". */
export function proposeSlug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
