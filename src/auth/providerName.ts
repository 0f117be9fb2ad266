import { lookUp } from '../protocol/lookUp.ts';
import type { AuthProvider } from './SessionPort.ts';

/** The names that aren't the id with a capital letter. */
const names: Readonly<Record<string, string>> = {
  github: 'GitHub',
  gitlab: 'GitLab',
  hubspot: 'HubSpot',
  huggingface: 'Hugging Face',
  line: 'LINE',
  linkedin: 'LinkedIn',
  linkedin_oidc: 'LinkedIn',
  paypal: 'PayPal',
  tiktok: 'TikTok',
  twitter: 'X',
  vk: 'VK',
};

/** Returns a provider's displayed name: the backend's, else the known one, else its id with a capital letter. */
export function providerName(id: string, providers: readonly AuthProvider[] = []): string {
  return (
    providers.find((provider) => provider.id === id)?.name ??
    lookUp(names, id) ??
    id.replace(/^./u, (first) => first.toUpperCase())
  );
}
