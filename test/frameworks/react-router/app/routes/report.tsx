import { data, useLoaderData } from 'react-router';
import { readMaintenanceNotice } from 'maintenance-kit/protocol';
import { askService } from '../service';

export async function loader() {
  const response = await askService('/notes');
  const notice = await readMaintenanceNotice(response);
  // The data of a thrown response reaches the browser; in production, an error loses its own.
  // oxlint-disable-next-line typescript/only-throw-error -- React Router takes what `data` returns
  if (notice) throw data(notice, { status: 503 });
  return (await response.json()) as readonly string[];
}

export default function Report() {
  return <h1>Report of {useLoaderData<typeof loader>().length} notes</h1>;
}
