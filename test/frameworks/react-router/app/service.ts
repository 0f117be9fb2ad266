/** The application's API. */
export const askService = (path: string, init?: RequestInit): Promise<Response> =>
  fetch(`${process.env['SERVICE_URL']}${path}`, init);
