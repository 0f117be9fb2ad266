import type { TextsOf } from './formatMessage.ts';
import { settingsPageInEnglish } from './settingsPage.ts';

/** The texts of this page only. */
const ownTexts = {
  none: 'No organization selected',
  noneText: 'Choose or create an organization to see its page.',
  gone: 'You’re not a member of this organization',
  goneText: 'You may have left it, or it was deleted.',
  /** For a list with several pages: `{page}`, `{count}`. */
  page: 'Page {page} of {count}',
  pages: 'Pages',
  previousPage: 'Previous page',
  nextPage: 'Next page',
};

/** The texts for an organization's page, for creating an organization, and for switching between organizations. */
export const organizationInEnglish = {
  organization: { ...settingsPageInEnglish, ...ownTexts } as typeof settingsPageInEnglish & typeof ownTexts,
  organizationGeneral: {
    tab: 'General',
    title: 'General',
    readOnly: 'Only admins can change this.',
    logo: 'Logo',
    chooseLogo: 'Choose a logo',
    /** `{size}`, as in "10 MB". */
    logoHint: 'PNG, JPEG, GIF or WebP, up to {size}',
    /** `{file}` */
    logoChosen: '{file} isn’t saved yet.',
    saveLogo: 'Save logo',
    uploading: 'Uploading…',
    discardLogo: 'Discard logo',
    removeLogo: 'Remove logo',
    logoSaved: 'Logo saved.',
    logoRemoved: 'Logo removed.',
    name: 'Name',
    nameMissing: 'Enter a name for the organization.',
    slug: 'Short name',
    slugMissing: 'Enter a short name.',
    slugHint: 'Lowercase letters, numbers and hyphens',
    slugMismatch: 'Use only lowercase letters, numbers and single hyphens.',
    save: 'Save changes',
    /** The name of the deferred save: `{name}`. */
    saveAction: 'Save changes to {name}',
    saving: 'Saving…',
    discard: 'Discard',
    saved: 'Changes saved.',
    leaveTitle: 'Leave organization',
    leaveText: 'You’ll lose access to everything in it.',
    leave: 'Leave',
    /** `{name}` in this and all below. */
    leaveQuestion: 'Leave {name}?',
    leaveWarning: 'You’ll lose access to everything in it. To come back, you’ll need a new invitation.',
    left: 'You left {name}.',
    deleteTitle: 'Delete organization',
    deleteText: 'Deletes the organization and everything in it for all members.',
    delete: 'Delete',
    deleteQuestion: 'Delete {name}?',
    deleteWarning:
      'This permanently deletes the organization and everything in it for all members. It can’t be undone.',
    deleted: '{name} was deleted.',
  },
  organizationMembers: {
    tab: 'Members',
    title: 'Members',
    search: 'Search members',
    searchHint: 'Name or address',
    /** `{query}` */
    noneFound: 'No members match “{query}”.',
    /** Announced: `{count}`. */
    found: { one: '{count} member found', other: '{count} members found' },
    you: 'You',
    /** `{date}` */
    joined: 'Joined {date}',
    /** `{name}` in this and all below. */
    role: 'Role of {name}',
    changeRole: 'Change the role of {name}',
    /** `{name}` and `{role}`. */
    roleChanged: '{name} is now {role}.',
    remove: 'Remove',
    removeMember: 'Remove {name}',
    removeQuestion: 'Remove {name}?',
    removeWarning: 'They’ll lose access to everything in this organization. You can invite them again.',
    removed: '{name} was removed.',
  },
  organizationInvitations: {
    tab: 'Invitations',
    title: 'Invitations',
    inviteTitle: 'Invite people',
    emails: 'Email addresses',
    emailsMissing: 'Enter at least one email address.',
    emailsHint: 'Separate addresses with spaces, commas or new lines.',
    /** `{addresses}` is a list with `{count}` entries. */
    malformed: {
      one: '“{addresses}” isn’t an email address.',
      other: 'These aren’t email addresses: {addresses}.',
    },
    role: 'Role',
    send: 'Send invitations',
    sending: 'Sending…',
    /** `{count}` */
    sent: { one: 'Invitation sent.', other: '{count} invitations sent.' },
    pending: 'Pending invitations',
    empty: 'No pending invitations.',
    /** `{date}` */
    invited: 'Invited {date}',
    revoke: 'Revoke',
    /** `{email}` in this and all below. */
    revokeInvitation: 'Revoke invitation for {email}',
    revoked: 'Invitation to {email} revoked.',
  },
  createOrganization: {
    title: 'Create an organization',
    /** `{application}` */
    titleFor: 'Create an organization in {application}',
    text: 'Work together in one place. You can invite people afterwards.',
    name: 'Name',
    slug: 'Short name',
    submit: 'Create organization',
    submitting: 'Creating…',
    paused: 'You can’t create organizations right now. We’ll keep what you’ve typed.',
    /** `{name}` */
    created: '{name} is ready',
    createdText: 'Invite people to work with you.',
    createAnother: 'Create another',
    closed: 'You don’t have permission to create organizations.',
  },
  organizationSwitcher: {
    label: 'Organization',
    personal: 'Personal account',
    organizations: 'Organizations',
    manage: 'Manage organization',
    create: 'Create organization',
    empty: 'You’re not in an organization yet.',
    /** `{name}` */
    switched: 'Switched to {name}.',
    switchFailed: 'Couldn’t switch organization. Try again.',
  },
};

export type OrganizationMessages = TextsOf<typeof organizationInEnglish>;
