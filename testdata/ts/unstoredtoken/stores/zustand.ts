import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { api } from './client';

// Good: set of a store.
export const useSession = create(
  persist(
    (set: (s: object) => void) => ({
      token: '',
      login: async (c: object) => {
        const { data } = await api.post('/login', c);
        set({ token: data.token });
      },
      loginLost: async (c: object) => {
        const { data } = await api.post('/login', c); // want "goes nowhere"
        if (data.error) set({ failed: true });
      },
    }),
    { name: 'session' },
  ),
);
