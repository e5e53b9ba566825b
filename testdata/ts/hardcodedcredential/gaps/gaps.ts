import axios from 'axios';

// gap: a literal password behind a user name that is not
export const b = (user: string) => axios.get('/b', { headers: { Authorization: 'Basic ' + btoa(user + ':hunter2') } });
// gap: a short or wordy token
axios.get('/c', { headers: { Authorization: 'Bearer letmein-please' } });
