/** The account page, by section. */
export interface UserProfileMessages {
  readonly userProfile: {
    readonly title: string;
    /** While mutations are rejected. */
    readonly paused: string;
    readonly pausedText: string;
    readonly loadFailed: string;
    /** Beside what is shown although it could not be asked for again. */
    readonly stale: string;
    readonly tryAgain: string;
    readonly cancel: string;
    readonly saving: string;
    readonly password: string;
    readonly passwordHint: string;
  };
  readonly profileDetails: {
    readonly tab: string;
    readonly title: string;
    readonly picture: string;
    readonly choosePicture: string;
    readonly pictureHint: string;
    readonly pictureChosen: string;
    readonly savePicture: string;
    readonly savingPicture: string;
    readonly discardPicture: string;
    readonly removePicture: string;
    readonly pictureSaved: string;
    readonly pictureRemoved: string;
    readonly name: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly username: string;
    readonly save: string;
    readonly discard: string;
    readonly saved: string;
  };
  readonly emailAddresses: {
    readonly tab: string;
    readonly title: string;
    readonly text: string;
    readonly empty: string;
    readonly primary: string;
    readonly unverified: string;
    /** `{provider}` */
    readonly linked: string;
    readonly add: string;
    readonly addTitle: string;
    readonly addText: string;
    readonly email: string;
    readonly adding: string;
    /** `{email}` in this and all below. */
    readonly added: string;
    readonly verify: string;
    readonly verifyTitle: string;
    readonly sendingCode: string;
    readonly codeSent: string;
    readonly codeNotSent: string;
    readonly code: string;
    readonly submitCode: string;
    readonly verifying: string;
    readonly verified: string;
    readonly sendAgain: string;
    readonly makePrimary: string;
    readonly madePrimary: string;
    readonly remove: string;
    readonly removeTitle: string;
    readonly removeText: string;
    readonly removed: string;
  };
  readonly security: {
    readonly tab: string;
    readonly title: string;
    readonly password: string;
    readonly passwordSet: string;
    readonly noPassword: string;
    readonly changePassword: string;
    readonly setPassword: string;
    readonly currentPassword: string;
    readonly newPassword: string;
    /** `{count}` characters at least. */
    readonly newPasswordHint: string;
    readonly signOutOthers: string;
    readonly savePassword: string;
    readonly passwordChanged: string;
    readonly authenticator: string;
    readonly authenticatorText: string;
    readonly on: string;
    readonly off: string;
    readonly setUp: string;
    readonly setUpTitle: string;
    readonly setUpText: string;
    readonly openApp: string;
    readonly secret: string;
    readonly copy: string;
    readonly copied: string;
    readonly notCopied: string;
    readonly code: string;
    readonly codeHint: string;
    readonly turnOn: string;
    readonly turningOn: string;
    readonly turnedOn: string;
    readonly turnOff: string;
    readonly turnOffTitle: string;
    readonly turnOffText: string;
    readonly turnedOff: string;
    readonly backupCodes: string;
    readonly backupCodesText: string;
    readonly renewCodes: string;
    readonly renewTitle: string;
    readonly renewText: string;
    readonly codesRenewed: string;
    readonly newCodes: string;
    readonly newCodesText: string;
    readonly download: string;
    readonly fileName: string;
    readonly codesKept: string;
  };
  readonly devices: {
    readonly tab: string;
    readonly title: string;
    readonly text: string;
    readonly empty: string;
    readonly unknown: string;
    /** `{browser}`, `{system}` */
    readonly browserOnSystem: string;
    readonly current: string;
    readonly activeNow: string;
    /** `{time}`, as in "3 hours ago". */
    readonly lastActive: string;
    readonly signOut: string;
    /** `{device}` */
    readonly signedOut: string;
  };
  readonly connectedAccounts: {
    readonly tab: string;
    readonly title: string;
    readonly text: string;
    readonly empty: string;
    readonly unverified: string;
    /** `{provider}` in this and all below. */
    readonly connect: string;
    readonly disconnect: string;
    readonly disconnectTitle: string;
    readonly disconnectText: string;
    readonly disconnected: string;
  };
  readonly deleteAccount: {
    readonly tab: string;
    readonly title: string;
    readonly text: string;
    readonly submit: string;
    readonly confirmTitle: string;
    readonly confirmText: string;
    readonly confirm: string;
  };
}

export const userProfileInEnglish: UserProfileMessages = {
  userProfile: {
    title: 'Account',
    paused: 'Changes are paused',
    pausedText: 'Everything here can be read. Your draft is kept.',
    loadFailed: 'This could not be loaded.',
    stale: 'This may be out of date.',
    tryAgain: 'Try again',
    cancel: 'Cancel',
    saving: 'Saving…',
    password: 'Your password',
    passwordHint: 'To confirm that it is you',
  },
  profileDetails: {
    tab: 'Profile',
    title: 'Profile details',
    picture: 'Picture',
    choosePicture: 'Choose a picture',
    pictureHint: 'PNG, JPEG, GIF or WebP',
    pictureChosen: 'not saved yet',
    savePicture: 'Save picture',
    savingPicture: 'Uploading…',
    discardPicture: 'Discard picture',
    removePicture: 'Remove picture',
    pictureSaved: 'Your picture is saved.',
    pictureRemoved: 'Your picture is removed.',
    name: 'Name',
    firstName: 'First name',
    lastName: 'Last name',
    username: 'Username',
    save: 'Save changes',
    discard: 'Discard',
    saved: 'Your changes are saved.',
  },
  emailAddresses: {
    tab: 'Email addresses',
    title: 'Email addresses',
    text: 'Sign in with any of them. We write to the primary one.',
    empty: 'There are no email addresses yet.',
    primary: 'Primary',
    unverified: 'Not verified',
    linked: 'Connected to {provider}',
    add: 'Add email address',
    addTitle: 'Add an email address',
    addText: 'We send a code to it, to make sure that it is yours.',
    email: 'Email address',
    adding: 'Adding…',
    added: '{email} is added.',
    verify: 'Verify',
    verifyTitle: 'Verify {email}',
    sendingCode: 'Sending a code to {email}…',
    codeSent: 'Enter the code that we sent to {email}.',
    codeNotSent: 'No code was sent to {email} yet.',
    code: 'Code',
    submitCode: 'Verify',
    verifying: 'Verifying…',
    verified: '{email} is verified.',
    sendAgain: 'Send another code',
    makePrimary: 'Make primary',
    madePrimary: '{email} is the primary address now.',
    remove: 'Remove',
    removeTitle: 'Remove {email}?',
    removeText: 'You can no longer sign in with it, and we no longer write to it.',
    removed: '{email} is removed.',
  },
  security: {
    tab: 'Security',
    title: 'Security',
    password: 'Password',
    passwordSet: 'Set',
    noPassword: 'You have no password yet.',
    changePassword: 'Change password',
    setPassword: 'Set a password',
    currentPassword: 'Current password',
    newPassword: 'New password',
    newPasswordHint: 'At least {count} characters',
    signOutOthers: 'Sign out of all other devices',
    savePassword: 'Save password',
    passwordChanged: 'Your password is changed.',
    authenticator: 'Authenticator app',
    authenticatorText: 'Asks for a code from your phone when you sign in.',
    on: 'On',
    off: 'Off',
    setUp: 'Set up',
    setUpTitle: 'Set up an authenticator app',
    setUpText:
      'Add this key to the app on your phone, by hand or with the link, and enter the code that it shows.',
    openApp: 'Open in an authenticator app',
    secret: 'Setup key',
    copy: 'Copy',
    copied: 'Copied',
    notCopied: 'It could not be copied. Please select it and copy it yourself.',
    code: 'Code from the app',
    codeHint: 'Six digits',
    turnOn: 'Turn on',
    turningOn: 'Turning on…',
    turnedOn: 'The authenticator app is on.',
    turnOff: 'Turn off',
    turnOffTitle: 'Turn off the authenticator app?',
    turnOffText: 'Your password alone will be enough to sign in. Your backup codes stop working.',
    turnedOff: 'The authenticator app is off.',
    backupCodes: 'Backup codes',
    backupCodesText: 'Each signs you in once when you do not have your phone.',
    renewCodes: 'Get new codes',
    renewTitle: 'Get new backup codes?',
    renewText: 'All of your old backup codes stop working.',
    codesRenewed: 'You have new backup codes.',
    newCodes: 'Your new backup codes',
    newCodesText: 'Keep them in a safe place. They are shown only now.',
    download: 'Download',
    fileName: 'backup-codes.txt',
    codesKept: 'I have kept them',
  },
  devices: {
    tab: 'Devices',
    title: 'Devices',
    text: 'Where you are signed in at the moment.',
    empty: 'You are signed in nowhere else.',
    unknown: 'Unknown device',
    browserOnSystem: '{browser} on {system}',
    current: 'This device',
    activeNow: 'Active now',
    lastActive: 'Active {time}',
    signOut: 'Sign out',
    signedOut: '{device} is signed out.',
  },
  connectedAccounts: {
    tab: 'Connected accounts',
    title: 'Connected accounts',
    text: 'Accounts elsewhere that you can sign in with.',
    empty: 'No account is connected yet.',
    unverified: 'Not confirmed',
    connect: 'Connect {provider}',
    disconnect: 'Disconnect',
    disconnectTitle: 'Disconnect {provider}?',
    disconnectText: 'You can no longer sign in with it.',
    disconnected: '{provider} is disconnected.',
  },
  deleteAccount: {
    tab: 'Delete account',
    title: 'Delete account',
    text: 'Your account and everything in it is deleted at once. This cannot be undone.',
    submit: 'Delete account',
    confirmTitle: 'Delete your account?',
    confirmText:
      'Everything in it is deleted at once, and you are signed out everywhere. This cannot be undone.',
    confirm: 'Delete my account',
  },
};
