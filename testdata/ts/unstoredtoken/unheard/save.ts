import * as SecureStore from 'expo-secure-store';

export const saveTokens = async (tokens: object) => localStorage.setItem('tokens', JSON.stringify(tokens));

export const saveRefresh = (refreshToken: string) => SecureStore.setItemAsync('refreshToken', refreshToken);
