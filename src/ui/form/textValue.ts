/** The text typed into a field; the empty string where there is no such field. */
export function textValue(values: FormData, field: string): string {
  const value = values.get(field);
  return typeof value === 'string' ? value : '';
}
