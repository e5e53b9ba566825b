import axios from 'axios';

declare const token: string | undefined;

// Fetch makes a string of null and of undefined.
fetch('/a', { headers: { Authorization: token ? `Bearer ${token}` : null } as any }); // want "the value is null when nobody is logged in, which fetch sends as the text `null`"
fetch('/b', { headers: { Authorization: token ? `Bearer ${token}` : undefined } as any }); // want "as the text `undefined`"

// axios leaves both out.
axios.get('/c', { headers: { Authorization: token ? `Bearer ${token}` : null } });
axios.get('/d', { headers: { Authorization: token ? `Bearer ${token}` : undefined } });

// Left out as a whole.
fetch('/e', { headers: token ? { Authorization: `Bearer ${token}` } : undefined });
