import { createContext, useContext, useDebugValue } from 'react';

export const AuthContext = createContext({} as any);

export function useAuth() {
  const { auth } = useContext(AuthContext);
  useDebugValue(auth, (auth: any) => (auth?.user ? 'in' : 'out')); // no test of what is returned
  return useContext(AuthContext);
}
