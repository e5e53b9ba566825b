import { create } from 'zustand';
import { createSlice, createAsyncThunk } from '@reduxjs/toolkit';
import { useAuth } from './pinia';
import { api } from './client';

type Auth = { token: string; ok: boolean; setToken: (t: string) => void };
const useStore = create<Auth>()((set) => ({ token: '', ok: false, setToken: (token) => set({ token }) }));

// Good: stores written from outside of them.
export async function loginSetState(c: object) {
  const { data } = await api.post('/login', c);
  useStore.setState({ token: data.token });
}

export async function loginGetState(c: object) {
  const { data } = await api.post('/login', c);
  useStore.getState().setToken(data.token);
}

export async function loginUpdater(c: object) {
  const response = await api.post('/login', c);
  useStore.setState((s) => ({ ...s, token: response.data.token }));
}

export async function loginPinia(c: object) {
  const auth = useAuth();
  const { data } = await api.post('/login', c);
  auth.token = data.token;
}

export async function loginPatchFunction(c: object) {
  const auth = useAuth();
  const { data } = await api.post('/login', c);
  auth.$patch((state) => {
    state.token = data.token;
  });
}

export async function loginSetStateLost(c: object) {
  await api.post('/login', c); // want "goes nowhere"
  useStore.setState({ ok: true });
}

export async function loginPiniaLost(c: object) {
  const auth = useAuth();
  await api.post('/login', c); // want "goes nowhere"
  auth.$patch({ user: null });
}

// Good: the slice takes the payload of the thunk.
export const login = createAsyncThunk('login', async (c: object, { rejectWithValue }) => {
  try {
    const { data } = await api.post('/login', c);
    return data;
  } catch (error) {
    return rejectWithValue(error);
  }
});

export const slice = createSlice({
  name: 'auth',
  initialState: { token: '' },
  reducers: {},
  extraReducers: (builder) => {
    builder.addCase(login.fulfilled, (state, action) => {
      state.token = action.payload.token;
    });
  },
});

// Good: a thunk that dispatches what it got.
export const loginDispatched = createAsyncThunk('login2', async (c: object, { dispatch }) => {
  const { data } = await api.post('/login', c);
  dispatch({ type: 'token', payload: data.token });
});

export const loginLost = createAsyncThunk('login3', async (c: object, { dispatch }) => {
  await api.post('/login', c); // want "goes nowhere"
  dispatch({ type: 'ok' });
});
