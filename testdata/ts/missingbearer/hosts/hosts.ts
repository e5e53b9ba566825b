import axios from 'axios';

declare const token: string, apiToken: string;

// These document a raw key or token.
export const a = fetch('https://api.linear.app/graphql', { headers: { Authorization: apiToken } });
export const b = fetch('https://api.clickup.com/api/v2/team', { headers: { Authorization: apiToken } });
export const c = axios.post('https://api.monday.com/v2', {}, { headers: { Authorization: apiToken } });

// These document Bearer.
export const d = fetch('https://api.openai.com/v1/models', { headers: { Authorization: token } }); // want "error: `token` is sent without a scheme; api.openai.com expects Bearer and answers 401"
export const e = fetch('https://graph.microsoft.com/v1.0/me', { headers: { Authorization: token } }); // want "error: .*graph.microsoft.com"
export const f = axios.get('https://gmail.googleapis.com/gmail/v1/users/me/profile', { headers: { Authorization: token } }); // want "error: .*gmail.googleapis.com"
const spotify = axios.create({ baseURL: 'https://api.spotify.com/v1' });
export const g = spotify.get('/me', { headers: { Authorization: token } }); // want "error: .*api.spotify.com"
