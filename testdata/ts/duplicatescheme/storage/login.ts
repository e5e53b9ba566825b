import axios from 'axios';

export async function login(body: object) {
  const { data } = await axios.post('/login', body);
  localStorage.setItem('token', 'Bearer ' + data.token);
}
export const logout = () => localStorage.setItem('token', ''); // cleared
