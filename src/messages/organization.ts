/** The page of an organisation, making one, and going from one to another. */
export interface OrganizationMessages {
  readonly organization: {
    readonly paused: string;
    readonly pausedText: string;
    readonly none: string;
    readonly noneText: string;
    readonly gone: string;
    readonly goneText: string;
    readonly loadFailed: string;
    /** Beside what is shown although it could not be asked for again. */
    readonly stale: string;
    readonly tryAgain: string;
    readonly cancel: string;
    /** Of several pages: `{page}`, `{count}` */
    readonly page: string;
    readonly pages: string;
    readonly previousPage: string;
    readonly nextPage: string;
  };
  readonly organizationGeneral: {
    readonly tab: string;
    readonly title: string;
    readonly readOnly: string;
    readonly logo: string;
    readonly chooseLogo: string;
    readonly logoHint: string;
    readonly logoChosen: string;
    readonly saveLogo: string;
    readonly uploading: string;
    readonly discardLogo: string;
    readonly removeLogo: string;
    readonly logoSaved: string;
    readonly logoRemoved: string;
    readonly name: string;
    readonly slug: string;
    readonly slugHint: string;
    readonly slugMismatch: string;
    readonly save: string;
    readonly saving: string;
    readonly discard: string;
    readonly saved: string;
    readonly leaveTitle: string;
    readonly leaveText: string;
    readonly leave: string;
    /** `{name}` in this and all below. */
    readonly leaveQuestion: string;
    readonly leaveWarning: string;
    readonly left: string;
    readonly deleteTitle: string;
    readonly deleteText: string;
    readonly delete: string;
    readonly deleteQuestion: string;
    readonly deleteWarning: string;
    readonly deleted: string;
  };
  readonly organizationMembers: {
    readonly tab: string;
    readonly title: string;
    readonly search: string;
    readonly searchHint: string;
    readonly clearSearch: string;
    /** `{query}` */
    readonly noneFound: string;
    /** `{count}` */
    readonly found: string;
    readonly you: string;
    /** `{date}` */
    readonly joined: string;
    /** `{name}` in this and all below. */
    readonly role: string;
    readonly changeRole: string;
    /** `{role}` too. */
    readonly roleChanged: string;
    readonly remove: string;
    readonly removeMember: string;
    readonly removeQuestion: string;
    readonly removeWarning: string;
    readonly removed: string;
  };
  readonly organizationInvitations: {
    readonly tab: string;
    readonly title: string;
    readonly inviteTitle: string;
    readonly emails: string;
    readonly emailsHint: string;
    /** `{address}` */
    readonly malformed: string;
    /** `{addresses}` */
    readonly malformedMany: string;
    readonly role: string;
    readonly send: string;
    readonly sending: string;
    /** `{count}` */
    readonly sent: string;
    readonly sentOne: string;
    readonly pending: string;
    readonly empty: string;
    /** `{date}` */
    readonly invited: string;
    readonly revoke: string;
    /** `{email}` in this and all below. */
    readonly revokeInvitation: string;
    readonly revoked: string;
  };
  readonly createOrganization: {
    readonly title: string;
    /** `{application}` */
    readonly titleFor: string;
    readonly text: string;
    readonly name: string;
    readonly slug: string;
    readonly submit: string;
    readonly submitting: string;
    readonly paused: string;
    /** `{name}` */
    readonly created: string;
    readonly createdText: string;
    readonly createAnother: string;
    readonly closed: string;
  };
  readonly organizationSwitcher: {
    readonly label: string;
    readonly personal: string;
    readonly organizations: string;
    readonly manage: string;
    readonly create: string;
    readonly empty: string;
    /** `{name}` */
    readonly switched: string;
    readonly switchFailed: string;
  };
}

export const organizationInEnglish: OrganizationMessages = {
  organization: {
    paused: 'Changes are paused',
    pausedText: 'Everything here can be read. Your draft is kept.',
    none: 'No organization chosen',
    noneText: 'Choose or create an organization to see its page.',
    gone: 'You are not part of this organization',
    goneText: 'You have left it, or it is no longer there.',
    loadFailed: 'This could not be loaded.',
    stale: 'This may be out of date.',
    tryAgain: 'Try again',
    cancel: 'Cancel',
    page: 'Page {page} of {count}',
    pages: 'Pages',
    previousPage: 'Previous page',
    nextPage: 'Next page',
  },
  organizationGeneral: {
    tab: 'General',
    title: 'General',
    readOnly: 'Only administrators can change this.',
    logo: 'Logo',
    chooseLogo: 'Choose a logo',
    logoHint: 'PNG, JPEG, GIF or WebP',
    logoChosen: 'Not saved yet',
    saveLogo: 'Save logo',
    uploading: 'Uploading…',
    discardLogo: 'Discard logo',
    removeLogo: 'Remove logo',
    logoSaved: 'The logo is saved.',
    logoRemoved: 'The logo is removed.',
    name: 'Name',
    slug: 'Short name',
    slugHint: 'Small letters, digits and hyphens',
    slugMismatch: 'Please use small letters, digits and single hyphens only.',
    save: 'Save changes',
    saving: 'Saving…',
    discard: 'Discard',
    saved: 'Your changes are saved.',
    leaveTitle: 'Leave organization',
    leaveText: 'You lose access to everything in it.',
    leave: 'Leave',
    leaveQuestion: 'Leave {name}?',
    leaveWarning: 'You lose access to everything in it. To come back, you have to be invited again.',
    left: 'You have left {name}.',
    deleteTitle: 'Delete organization',
    deleteText: 'Everything in it is deleted, for all of its members.',
    delete: 'Delete',
    deleteQuestion: 'Delete {name}?',
    deleteWarning: 'Everything in it is deleted at once, for all of its members. This cannot be undone.',
    deleted: '{name} is deleted.',
  },
  organizationMembers: {
    tab: 'Members',
    title: 'Members',
    search: 'Search members',
    searchHint: 'Name or address',
    clearSearch: 'Show all members',
    noneFound: 'Nobody is found for “{query}”.',
    found: 'Members found: {count}',
    you: 'You',
    joined: 'Joined {date}',
    role: 'Role of {name}',
    changeRole: 'Change the role of {name}',
    roleChanged: 'New role of {name}: {role}',
    remove: 'Remove',
    removeMember: 'Remove {name}',
    removeQuestion: 'Remove {name}?',
    removeWarning: 'They lose access to everything in this organization. They can be invited again.',
    removed: '{name} is removed.',
  },
  organizationInvitations: {
    tab: 'Invitations',
    title: 'Invitations',
    inviteTitle: 'Invite people',
    emails: 'Email addresses',
    emailsHint: 'One or more, separated by spaces, commas or lines',
    malformed: '“{address}” is not an email address.',
    malformedMany: 'These are not email addresses: {addresses}.',
    role: 'Role',
    send: 'Send invitations',
    sending: 'Sending…',
    sent: '{count} invitations are sent.',
    sentOne: 'The invitation is sent.',
    pending: 'Pending invitations',
    empty: 'Nobody is invited at the moment.',
    invited: 'Invited {date}',
    revoke: 'Revoke',
    revokeInvitation: 'Revoke the invitation of {email}',
    revoked: 'The invitation of {email} is revoked.',
  },
  createOrganization: {
    title: 'Create an organization',
    titleFor: 'Create an organization in {application}',
    text: 'A place to work together. You can invite people afterwards.',
    name: 'Name',
    slug: 'Short name',
    submit: 'Create organization',
    submitting: 'Creating…',
    paused: 'Creating organizations is paused for a moment. What you typed stays here.',
    created: '{name} is ready',
    createdText: 'You are in it now. Invite people to work with you.',
    createAnother: 'Create another',
    closed: 'You cannot create organizations here.',
  },
  organizationSwitcher: {
    label: 'Organization',
    personal: 'Personal account',
    organizations: 'Organizations',
    manage: 'Manage organization',
    create: 'Create organization',
    empty: 'You are in no organization yet.',
    switched: 'You are in {name} now.',
    switchFailed: 'The organization could not be changed. Please try again.',
  },
};
