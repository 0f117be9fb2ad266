/** The texts of fields in any form. */
export const fieldsInEnglish = {
  field: {
    show: 'Show password',
    /** For a field without its own text. `{label}` is the field’s label, here and in all texts below. */
    valueMissing: 'Fill in “{label}”.',
    /** For a checkbox. */
    unchecked: 'Select this box to continue.',
    /** For a list of options. */
    unselected: 'Choose an option for “{label}”.',
    emailMismatch: 'Enter a full email address, like name@example.com.',
    urlMismatch: 'Enter a full web address, like https://example.com.',
    numberMismatch: 'Enter a number for “{label}”.',
    /** For a date or a time with a missing part. */
    incomplete: 'Complete “{label}”.',
    /** `{count}` is the minimum number of characters. */
    tooShort: {
      one: 'Use at least {count} character for “{label}”.',
      other: 'Use at least {count} characters for “{label}”.',
    },
    /** `{count}` is the maximum number of characters. */
    tooLong: {
      one: 'Use at most {count} character for “{label}”.',
      other: 'Use at most {count} characters for “{label}”.',
    },
    /** For a number below `{limit}`. */
    tooLow: 'Enter {limit} or more for “{label}”.',
    /** For a number above `{limit}`. */
    tooHigh: 'Enter {limit} or less for “{label}”.',
    /** For a date or a time before `{limit}`. */
    tooEarly: 'Choose {limit} or later for “{label}”.',
    /** For a date or a time after `{limit}`. */
    tooLate: 'Choose {limit} or earlier for “{label}”.',
    /** For every other constraint. */
    invalid: 'Check “{label}” and try again.',
  },
  form: {
    /** Why the buttons that save and discard changes are disabled. */
    unchanged: 'No changes to save.',
  },
  /** For an empty field, by its purpose. */
  missing: {
    email: 'Enter your email address.',
    identifier: 'Enter your email address or username.',
    username: 'Enter your username.',
    name: 'Enter your name.',
    firstName: 'Enter your first name.',
    lastName: 'Enter your last name.',
    password: 'Enter your password.',
    currentPassword: 'Enter your current password.',
    newPassword: 'Choose a password.',
    code: 'Enter the code.',
    backupCode: 'Enter a backup code.',
  },
};
