import { askService } from '../service';

/** Throws while the API rejects reads too. */
export default async function Report() {
  const notes = (await (await askService('/notes')).json()) as readonly string[];
  return <h1>Report of {notes.length} notes</h1>;
}
