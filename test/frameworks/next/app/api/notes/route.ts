export async function POST(request: Request) {
  return Response.json({ saved: await request.text() });
}
