/** The texts that the account page and the organization page have in common. Each page has its own copy. */
export const settingsPageInEnglish = {
  /** While mutations are rejected. */
  paused: 'Changes are paused',
  pausedText: 'You can still view everything here.',
  /** The same, above forms. */
  pausedTextWithDraft: 'You can still view everything here. We’ll keep your draft.',
  /** Of one form, announced after a rejection. */
  pausedForm: 'Changes are paused. We’ll keep your draft.',
  loadFailed: 'We couldn’t load this.',
  /** Beside a value that could not be loaded again. */
  stale: 'This may be out of date.',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  /** Before something is deleted, in this and the next: `{word}`, a name or an address. */
  typeToConfirm: 'Type {word} to confirm',
  notConfirmed: 'Type {word} exactly as it’s shown here.',
  deleting: 'Deleting…',
  /** Of a chosen picture: `{file}`. */
  fileType: '{file} isn’t a PNG, JPEG, GIF or WebP image. Choose another file.',
  /** `{file}`, `{size}` */
  fileTooLarge: '{file} is larger than {size}. Choose a smaller file.',
};
