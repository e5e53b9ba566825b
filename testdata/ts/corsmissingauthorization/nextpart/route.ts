export async function GET(request: Request) {
  const token = request.headers.get('authorization')?.split(' ')[1]
  return Response.json({ token })
}
