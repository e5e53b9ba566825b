const API = 'https://api.example.com';

export function me() {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', API + '/me');
  xhr.setRequestHeader('Authorization', 'Bearer ' + localStorage.getItem('token'));
  xhr.send();
}

// Good: the answer of an XMLHttpRequest comes by an event, not out of send.
export function login(body) {
  const xhr = new XMLHttpRequest();
  xhr.open('POST', API + '/login');
  xhr.onload = () => localStorage.setItem('token', JSON.parse(xhr.responseText).token);
  xhr.send(body);
}

// gap: what an event handler leaves out is not followed.
export function loginLost(body) {
  const xhr = new XMLHttpRequest();
  xhr.open('POST', API + '/login');
  xhr.onload = () => (location.href = '/');
  xhr.send(body);
}
