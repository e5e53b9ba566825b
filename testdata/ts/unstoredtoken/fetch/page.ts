const API = 'http://localhost:4000';

export const me = () => fetch(`${API}/me`, { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } });

export async function login(c: object) {
  const res = await fetch(`${API}/login`, { method: 'POST', body: JSON.stringify(c) }); // want "the token that the login `fetch` answers with goes nowhere"
  if (res.ok) location.href = '/';
}

export function loginThen(c: object) {
  fetch(`${API}/login`, { method: 'POST', body: JSON.stringify(c) }) // want "goes nowhere"
    .then((res) => res.json())
    .then((data) => {
      if (data.error) alert(data.error);
      else location.href = '/';
    });
}

export async function loginParsed(c: object) {
  const res = await fetch(new Request(`${API}/login`, { method: 'POST', body: JSON.stringify(c) })); // want "goes nowhere"
  const body = await res.json();
  console.log(body);
}

// Good: kept.
export async function loginKept(c: object) {
  const res = await fetch(`${API}/login`, { method: 'POST', body: JSON.stringify(c) });
  const { token } = await res.json();
  localStorage.setItem('token', token);
}

export function loginKeptThen(c: object) {
  fetch(`${API}/login`, { method: 'POST', body: JSON.stringify(c) })
    .then((res) => {
      if (!res.ok) throw new Error('refused');
      return res.json();
    })
    .then((data) => localStorage.setItem('token', data.token));
}

// Good: the finding would be about a page of another server.
export async function elsewhere(c: object) {
  await fetch('https://other.example.com/login', { method: 'POST', body: JSON.stringify(c) });
}
