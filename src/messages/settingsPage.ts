/** The texts that the account page and the organization page share. Each page has its own copy. */
export const settingsPageInEnglish = {
  /** While mutations are rejected. */
  paused: 'Changes are paused',
  pausedText: 'You can still view everything here.',
  /** The same above a form. */
  pausedTextWithDraft: 'You can still view everything here. We’ll keep your draft.',
  /** Announced after a form is rejected. */
  pausedForm: 'Changes are paused. We’ll keep your draft.',
  loadFailed: 'We couldn’t load this.',
  /** Beside a value that failed to load again. */
  stale: 'This may be out of date.',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  /** The confirmation of a deletion, here and below. `{word}` is a name or an email address. */
  typeToConfirm: 'Type {word} to confirm',
  notConfirmed: 'Type {word} exactly as it’s shown here.',
  deleting: 'Deleting…',
  /** About a chosen picture: `{file}`. */
  fileType: '{file} isn’t a PNG, JPEG, GIF or WebP image. Choose another file.',
  /** `{file}`, `{size}` */
  fileTooLarge: '{file} is larger than {size}. Choose a smaller file.',
};
