import { readSession } from '../../service';

export async function GET() {
  return Response.json(await readSession());
}
