const API = 'https://api.example.com';

export function login(body) {
  const xhr = new XMLHttpRequest();
  xhr.open('POST', API + '/login');
  xhr.setRequestHeader('Content-Type', 'application/json');
  xhr.send(body); // want "this login goes to another origin without credentials"
}

export function me() {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', API + '/me');
  xhr.withCredentials = true;
  xhr.send();
}

// Good: set before open, after open, and on an object that a class keeps.
export function loginBefore(body) {
  const xhr = new XMLHttpRequest();
  xhr.withCredentials = true;
  xhr.open('POST', API + '/login');
  xhr.send(body);
}

export class Logout {
  constructor() {
    this.xhr = new XMLHttpRequest();
    this.xhr.withCredentials = true;
  }
  run() {
    this.xhr.open('POST', API + '/logout');
    this.xhr.send();
  }
}

// Good: it brings its own token.
export function logoutWithToken() {
  const xhr = new XMLHttpRequest();
  xhr.open('POST', API + '/logout');
  xhr.setRequestHeader('Authorization', 'Bearer ' + localStorage.getItem('token'));
  xhr.send();
}

// Through a promise made by hand; the caller says what it is for.
function post(path, body) {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', API + path);
    xhr.onload = () => resolve(JSON.parse(xhr.responseText));
    xhr.onerror = reject;
    xhr.send(body);
  });
}
export const loginPromised = (body) => post('/login', body); // want "this login"
export const search = (body) => post('/search', body); // Good: not the session

// Good: with what old browsers have instead.
export function logoutOld() {
  var request;
  if (window.XMLHttpRequest) {
    request = new XMLHttpRequest();
  } else {
    request = new ActiveXObject('Microsoft.XMLHTTP');
  }
  request.open('POST', API + '/logout', true);
  request.withCredentials = true;
  request.send();
}
export function logoutOldPlain() {
  var request = window.XMLHttpRequest ? new XMLHttpRequest() : new ActiveXObject('Microsoft.XMLHTTP');
  request.open('POST', API + '/logout', true);
  request.send(); // want "this logout"
}
export function logoutOldToken(token) {
  var request = window.XMLHttpRequest ? new XMLHttpRequest() : new ActiveXObject('Microsoft.XMLHTTP');
  request.open('POST', API + '/logout', true);
  request.setRequestHeader('Authorization', 'Bearer ' + token);
  request.send();
}
