import { configureStore, createAsyncThunk } from '@reduxjs/toolkit'
import { thunk, written } from './client'

export const renew = createAsyncThunk('auth/renew', async () => {
  const { data } = await thunk.post('/auth/refresh')
  return data.token
})

export const renewed = () => async (dispatch: any) => {
  const { data } = await written.post('/auth/refresh')
  dispatch({ type: 'renewed', token: data.token })
}

export const store = configureStore({ reducer: {} })
