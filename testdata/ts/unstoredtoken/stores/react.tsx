import { createContext, useContext, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { api } from './client';

const Auth = createContext({ setAuth(_: object) {} });

export function Login() {
  const { setAuth } = useContext(Auth);
  const [token, setToken] = useState('');

  // Good: state and context.
  const submit = async () => {
    const response = await api.post('/login', {});
    setAuth({ token: response?.data?.accessToken });
  };
  const submitState = () => api.post('/login', {}).then(({ data }) => setToken(data.token));

  // Good: the mutation hands the answer to whoever uses it.
  const mutation = useMutation({ mutationFn: (c: object) => api.post('/login', c) });

  const submitLost = async () => {
    const response = await api.post('/login', {}); // want "goes nowhere"
    if (!response) return;
    setAuth({ loggedIn: true });
  };
  return <button onClick={submit} onBlur={submitState} onCut={submitLost} onCopy={() => mutation.mutate({})}>{token}</button>;
}
