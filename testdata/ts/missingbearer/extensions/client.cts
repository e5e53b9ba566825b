import axios from 'axios';
export const me = (token: string) => axios.get<string>('/me', { headers: { Authorization: token satisfies string } }); // want "without a scheme"
