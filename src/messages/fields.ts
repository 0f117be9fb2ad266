/** The texts of fields, whatever their form. */
export const fieldsInEnglish = {
  field: {
    show: 'Show password',
    /** Where the field has no sentence of its own: `{label}`. */
    valueMissing: ['Fill in “{label}”.', 'Fill in this field.'] as const,
    /** Of a checkbox. */
    unchecked: 'Select this box to continue.',
    emailMismatch: 'Enter a full email address, like name@example.com.',
    /** `{count}` characters at least. */
    tooShort: { one: 'Use at least {count} character.', other: 'Use at least {count} characters.' },
    invalid: 'Check what you entered here.',
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
