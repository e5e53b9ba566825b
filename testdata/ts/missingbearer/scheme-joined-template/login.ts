export async function login(body: string) {
  const { token_type, access_token } = await (await fetch('/login', { method: 'POST', body })).json();
  localStorage.setItem('token', `${token_type} ${access_token}`);
}
