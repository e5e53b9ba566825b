export function setToken(token) {
  token = 'Bearer ' + token;
  window.session.token = token;
}
export const me = () => fetch('/api/me', { headers: { Authorization: window.session.token } });
