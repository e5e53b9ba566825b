// What servers send shows nothing about this page, nor the reverse.
export const login = (c: object) => fetch('https://api.example.com/login', { method: 'POST', body: JSON.stringify(c) }); // want:strict "this login"
