import axios from 'axios';
export function Me({ accessToken }: { accessToken: string }) {
  const load = () => axios.get('/me', { headers: { Authorization: accessToken } }); // want "`accessToken`"
  return <button onClick={load}>Authorization: {accessToken}</button>;
}
