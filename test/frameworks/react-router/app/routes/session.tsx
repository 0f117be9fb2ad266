import type { LoaderFunctionArgs } from 'react-router';
import { readSession } from '../service';

export function loader({ request }: LoaderFunctionArgs): Response {
  return Response.json(readSession(request));
}
