/** The parameters of an SDK call, in its own naming: `emailAddressId`. */
export type ClerkParams = Readonly<Record<string, unknown>>;

/**
 * The members of `@clerk/clerk-js` and of `useClerk()` of `@clerk/react` that the kit uses. They are declared here so
 * that neither the kit nor an application needs the SDK's types to compile. They are methods, not properties, because
 * the compiler compares the parameters of methods in both directions, and the SDK's parameters are narrower.
 */
export interface ClerkSdk {
  readonly loaded: boolean;
  /** "pk_live_…". */
  readonly publishableKey: string;
  /** The host of the Frontend API: "clerk.example.com". */
  readonly frontendApi: string;
  /** The host that a satellite application uses instead; else empty. */
  readonly domain?: string | undefined;
  readonly proxyUrl?: string | undefined;
  readonly client?: ClerkClient | null | undefined;
  readonly session?: ClerkSession | null | undefined;
  readonly user?: ClerkUser | null | undefined;
  setActive(params: {
    readonly session?: string | null;
    readonly organization?: string | null;
  }): Promise<unknown>;
  /** Adds the browser's token to the return URL, on a development instance. */
  buildUrlWithAuth(url: string): string;
  createOrganization(params: { readonly name: string; readonly slug?: string }): Promise<unknown>;
  getOrganization(id: string): Promise<ClerkOrganization>;
}

export interface ClerkClient {
  readonly sessions: readonly ClerkSession[];
  readonly signIn: ClerkSignIn;
  readonly signUp: ClerkSignUp;
  reload(): Promise<unknown>;
  removeSessions(): Promise<unknown>;
}

export interface ClerkSession {
  readonly id: string;
  lastActiveOrganizationId: string | null;
  touch(): Promise<unknown>;
}

export interface ClerkSignIn {
  create(params: object): Promise<unknown>;
  prepareFirstFactor(params: object): Promise<unknown>;
  attemptFirstFactor(params: object): Promise<unknown>;
  prepareSecondFactor(params: object): Promise<unknown>;
  attemptSecondFactor(params: object): Promise<unknown>;
  resetPassword(params: object): Promise<unknown>;
  authenticateWithPasskey(params: { readonly flow: 'discoverable' }): Promise<unknown>;
}

export interface ClerkSignUp {
  create(params: object): Promise<unknown>;
  update(params: object): Promise<unknown>;
  prepareVerification(params: object): Promise<unknown>;
  attemptVerification(params: object): Promise<unknown>;
}

export interface ClerkUser {
  readonly id: string;
  readonly emailAddresses: readonly ClerkEmailAddress[];
  readonly externalAccounts: readonly ClerkExternalAccount[];
  readonly organizationMemberships: readonly { readonly organization: ClerkOrganization }[];
  reload(): Promise<unknown>;
  update(params: object): Promise<unknown>;
  /** Newer versions of the SDK have it. */
  updateMetadata?(params: object): Promise<unknown>;
  updatePassword(params: object): Promise<unknown>;
  setProfileImage(params: { readonly file: File | null }): Promise<unknown>;
  delete(): Promise<unknown>;
  createEmailAddress(params: { readonly email: string }): Promise<unknown>;
  createExternalAccount(params: object): Promise<unknown>;
  createTOTP(): Promise<unknown>;
  verifyTOTP(params: { readonly code: string }): Promise<unknown>;
  disableTOTP(): Promise<unknown>;
  createBackupCode(): Promise<unknown>;
  getSessions(): Promise<readonly ClerkRevocable[]>;
  getOrganizationMemberships(params: object): Promise<unknown>;
  leaveOrganization(id: string): Promise<unknown>;
}

export interface ClerkEmailAddress {
  readonly id: string;
  prepareVerification(params: { readonly strategy: 'email_code' }): Promise<unknown>;
  attemptVerification(params: { readonly code: string }): Promise<unknown>;
  destroy(): Promise<unknown>;
}

export interface ClerkExternalAccount {
  readonly id: string;
  destroy(): Promise<unknown>;
}

/** A device or an invitation. */
export interface ClerkRevocable {
  readonly id: string;
  revoke(): Promise<unknown>;
}

export interface ClerkOrganization {
  readonly id: string;
  update(params: object): Promise<unknown>;
  setLogo(params: { readonly file: File | null }): Promise<unknown>;
  destroy(): Promise<unknown>;
  getRoles(params: object): Promise<unknown>;
  getMemberships(params: object): Promise<unknown>;
  updateMember(params: { readonly userId: string; readonly role: string }): Promise<unknown>;
  removeMember(userId: string): Promise<unknown>;
  getInvitations(params: object): Promise<{ readonly data: readonly ClerkRevocable[] }>;
  inviteMembers(params: { readonly emailAddresses: string[]; readonly role: string }): Promise<unknown>;
}
