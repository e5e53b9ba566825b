import { atom, getDefaultStore, useSetAtom } from 'jotai';
import { atom as recoilAtom, useRecoilState, useRecoilCallback, useSetRecoilState } from 'recoil';
import { useReducer } from 'react';
import { api } from './client';

const tokenAtom = atom('');
const sessionAtom = recoilAtom({ key: 'session', default: { token: '' } });

// Good: a write atom, and the store outside of React.
export const loginAtom = atom(null, async (_get, set, c: object) => {
  const { data } = await api.post('/login', c);
  set(tokenAtom, data.token);
});

export const loginAtomLost = atom(null, async (_get, set, c: object) => {
  await api.post('/login', c); // want "goes nowhere"
  set(tokenAtom, 'yes');
});

export async function loginOutside(c: object) {
  const response = await api.post('/login', c);
  getDefaultStore().set(tokenAtom, response.data.token);
}

// Good: setters of atoms and a reducer.
export function Login() {
  const setToken = useSetAtom(tokenAtom);
  const setSession = useSetRecoilState(sessionAtom);
  const [, setBoth] = useRecoilState(sessionAtom);
  const [, dispatch] = useReducer((s: object, a: object) => ({ ...s, ...a }), {});

  const viaAtom = async () => setToken((await api.post('/login', {})).data.token);
  const viaRecoil = async () => {
    const { data } = await api.post('/login', {});
    setSession((old) => ({ ...old, token: data.token }));
  };
  const viaState = () => {
    api.post('/login', {}).then((response) => {
      setBoth({ token: response.data.token });
    });
  };
  const viaReducer = async () => {
    const { data } = await api.post('/login', {});
    dispatch({ type: 'login', token: data.token });
  };
  const viaCallback = useRecoilCallback(({ set }) => async (c: object) => {
    const { data } = await api.post('/login', c);
    set(sessionAtom, { token: data.token });
  });
  const lost = async () => {
    const { status } = await api.post('/login', {}); // want "goes nowhere"
    dispatch({ type: 'login', ok: status === 200 });
  };
  const lostChain = () => {
    api.post('/login', {}).then(() => setToken('yes')); // want "goes nowhere"
  };
  return <form onSubmit={viaAtom} onReset={viaRecoil} onBlur={viaState} onCut={viaReducer} onCopy={() => viaCallback({})} onFocus={lost} onPaste={lostChain} />;
}
