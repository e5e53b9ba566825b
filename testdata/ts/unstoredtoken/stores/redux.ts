import { createAsyncThunk } from '@reduxjs/toolkit';
import { api } from './client';
import { setCredentials, store } from './store';

// Good: dispatched.
export const login = (c: object) => async (dispatch: (action: unknown) => void) => {
  const { data } = await api.post('/login', c);
  dispatch(setCredentials(data));
};

export async function loginNow(c: object) {
  const response = await api.post('/login', c);
  store.dispatch({ type: 'auth/set', payload: response.data });
}

// Good: a thunk's result is the payload of its action.
export const loginThunk = createAsyncThunk('auth/login', async (c: object) => {
  const response = await api.post('/login', c);
  return response.data;
});

// The action says that it went well, and the token is gone.
export const loginFlag = (c: object) => async (dispatch: (action: unknown) => void) => {
  await api.post('/login', c); // want "goes nowhere"
  dispatch({ type: 'auth/success' });
};
