/** The texts of fields, whatever their form. */
export const fieldsInEnglish = {
  field: {
    show: 'Show password',
    /** Where the field has no sentence of its own. `{label}` is the field’s label here and in all texts below. */
    valueMissing: 'Fill in “{label}”.',
    /** Of a checkbox. */
    unchecked: 'Select this box to continue.',
    /** Of a list of options. */
    unselected: 'Choose an option for “{label}”.',
    emailMismatch: 'Enter a full email address, like name@example.com.',
    urlMismatch: 'Enter a full web address, like https://example.com.',
    numberMismatch: 'Enter a number for “{label}”.',
    /** A date or a time of which a part is missing. */
    incomplete: 'Complete “{label}”.',
    /** `{count}` characters at least. */
    tooShort: {
      one: 'Use at least {count} character for “{label}”.',
      other: 'Use at least {count} characters for “{label}”.',
    },
    /** `{count}` characters at most. */
    tooLong: {
      one: 'Use at most {count} character for “{label}”.',
      other: 'Use at most {count} characters for “{label}”.',
    },
    /** A number below `{limit}`. */
    tooLow: 'Enter {limit} or more for “{label}”.',
    /** A number above `{limit}`. */
    tooHigh: 'Enter {limit} or less for “{label}”.',
    /** A date or a time before `{limit}`. */
    tooEarly: 'Choose {limit} or later for “{label}”.',
    /** A date or a time after `{limit}`. */
    tooLate: 'Choose {limit} or earlier for “{label}”.',
    /** Of every other constraint. */
    invalid: 'Check “{label}” and try again.',
  },
  form: {
    /** Why the buttons that save and discard changes are disabled. */
    unchanged: 'No changes to save.',
  },
  /** An empty field, by what it asks for. */
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
