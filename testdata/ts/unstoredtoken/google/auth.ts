// Google answers a refresh without a refresh token.
interface Token {
  accessToken: string;
  refreshToken: string;
}

export async function refreshAccessToken(token: Token) {
  const url = 'https://oauth2.googleapis.com/token?' + new URLSearchParams({ grant_type: 'refresh_token', refresh_token: token.refreshToken });
  const response = await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } });
  const refreshed = await response.json();
  if (!response.ok) throw refreshed;
  return {
    ...token,
    accessToken: refreshed.access_token,
    refreshToken: refreshed.refresh_token, // want "error: `refreshed.refresh_token` takes the place of the refresh token, but oauth2.googleapis.com answers a refresh without one"
  };
}

// Good: falls back to the old one.
export async function refreshWell(token: Token) {
  const response = await fetch('https://oauth2.googleapis.com/token', {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: token.refreshToken }),
  });
  const refreshed = await response.json();
  return { ...token, accessToken: refreshed.access_token, refreshToken: refreshed.refresh_token ?? token.refreshToken };
}

// Good: the answer comes last and says nothing of what it does not have.
export async function refreshMerged(token: Token) {
  const response = await fetch('https://oauth2.googleapis.com/token', {
    method: 'POST',
    body: 'grant_type=refresh_token&refresh_token=' + token.refreshToken,
  });
  return { ...token, ...(await response.json()) };
}

// A code brings a refresh token.
export async function exchange(token: Token, code: string) {
  const response = await fetch('https://oauth2.googleapis.com/token', {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'authorization_code', code }),
  });
  const first = await response.json();
  return { ...token, accessToken: first.access_token, refreshToken: first.refresh_token };
}
