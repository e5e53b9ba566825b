export async function GET(request: Request) {
  const header = request.headers.get('authorization');
  const [scheme, token] = (header ?? '').split(' ');
  return new Response(scheme === 'Bearer' ? token : null, { status: scheme === 'Bearer' ? 200 : 401 });
}
