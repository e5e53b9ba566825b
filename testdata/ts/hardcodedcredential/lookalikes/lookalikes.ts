import axios from 'axios';

// Placeholders, and the samples of standards.
axios.get('/a', { headers: { Authorization: 'Bearer YOUR_TOKEN' } });
axios.get('/b', { headers: { Authorization: 'Bearer <token>' } });
axios.get('/c', { headers: { Authorization: 'Bearer xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' } });
axios.get('/d', { headers: { Authorization: 'Bearer test-token-1234567890-abcdef' } });
axios.get('/e', { headers: { Authorization: 'Bearer mF_9.B5f-4.1JqM' } }); // RFC 6750
axios.get('/f', { headers: { Authorization: 'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==' } }); // RFC 7617
axios.get('/g', { headers: { Authorization: 'Basic Og==' } }); // empty
axios.get('/h', { headers: { Authorization: 'Basic ' + btoa('user:password') } });
axios.get('/i', { headers: { Authorization: 'Bearer aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' } });
axios.get('/j', { headers: { Authorization: 'Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c' } }); // jwt.io

// Public by design.
axios.get('/k', { headers: { Authorization: 'Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJzdXBhYmFzZSIsInJvbGUiOiJhbm9uIn0.q3bJ1fGm0x7Zr9LkT5uVwYc2NsPdHaEiO8yRjKtMvXg' } }); // of the anonymous role
axios.get('/l', { headers: { Authorization: 'Bearer pk_live_51H8aQz0Xb3Rt7Ys9KlMnPq2' } });

// A local service, the scheme alone, words.
axios.get('http://localhost:9000/m', { headers: { Authorization: 'Basic ' + btoa('admin:hunter2') } });
axios.get('/n', { headers: { Authorization: 'Bearer' } });
axios.get('/o', { headers: { Authorization: 'Bearer realm' } });
export const messages = { authorization: 'Access Token' };

// Read when it is needed.
axios.get('/p', { headers: { Authorization: `Bearer ${process.env.API_TOKEN}` } });
export const q = (user: string, pass: string) => axios.get('/q', { headers: { Authorization: 'Basic ' + btoa(user + ':' + pass) } });

// Keys of web applications, which every visitor gets.
axios.get('/r', { headers: { Authorization: 'Bearer pk.eyJ1IjoibWFwYm94LXVzZXIiLCJhIjoiY2s5dnoxa3QifQ.AbCdEfGhIjKlMnOpQrStUv' } }); // Mapbox
axios.get('/s', { headers: { Authorization: 'Bearer AIzaSyA9b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q' } }); // Firebase

// Emulators and local services.
axios.get('http://127.0.0.1:10000/devstoreaccount1', { headers: { Authorization: 'Bearer q7Rz1XbL0vKs9TgWm4HdPy6NcEjU3' } });
axios.get('/t', { auth: { username: 'minioadmin', password: 'minioadmin' } });

// No header: a list of names, an example of OpenAPI.
export const names = ['Authorization', 'Bearer q7Rz1XbL0vKs9TgWm4HdPy6NcEjU3'];
export const example = { in: 'header', name: 'Authorization', example: 'Bearer q7Rz1XbL0vKs9TgWm4HdPy6NcEjU3' };
export const pushed = () => fetch('https://push.example.com', { headers: { Authorization: 'key=YOUR_SERVER_KEY_FROM_THE_CONSOLE_2024' } }); // a placeholder
export const keyed = () => fetch('https://push.example.com', { headers: { Authorization: `key=${process.env.PUSH_KEY}` } }); // from the environment
