/** Returns the text of a field; an empty string if the form has no such field. */
export function textValue(values: FormData, field: string): string {
  const value = values.get(field);
  return typeof value === 'string' ? value : '';
}
