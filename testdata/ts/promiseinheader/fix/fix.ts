import axios from 'axios';

async function getToken() {
  return 'abc';
}
export const load = async () => axios.get('/a', { headers: { Authorization: `Bearer ${getToken()}` } }); // want "is a promise"
export async function second() {
  return axios.get('/b', { headers: { Authorization: 'Bearer ' + getToken() } }); // want "is a promise"
}
