// Gateways take ID tokens raw.
declare const user: { idToken: string };
export const id = fetch('/api/id', { headers: { Authorization: user.idToken } }); // want:strict "`user.idToken`"
export const id2 = fetch('/api/id', { headers: { Authorization: localStorage.getItem('id_token')! } }); // want:strict "without a scheme"

// Unless the project shows that a scheme is wanted.
export const id3 = fetch('https://api.example.com/a', { headers: { Authorization: user.idToken } }); // want "error: `user.idToken`"
export const id4 = fetch('https://api.example.com/b', { headers: { Authorization: `Bearer ${user.idToken}` } });
