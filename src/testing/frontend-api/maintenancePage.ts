/** Returns the page of a proxy in front of a closed API: the same status and headers, but not the API's body. */
export function maintenancePage({ status, statusText, headers }: Response): Response {
  const page = new Headers(headers);
  page.set('content-type', 'text/html; charset=utf-8');
  return new Response(
    '<!doctype html><title>503 Service Unavailable</title><h1>Service Unavailable</h1><p>Please come back later.</p>',
    { status, statusText, headers: page },
  );
}
