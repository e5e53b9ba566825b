import * as SecureStore from 'expo-secure-store'
import { Preferences } from '@capacitor/preferences'

export const expo = async () => fetch('/items', { headers: { Authorization: (await SecureStore.getItemAsync('accessToken'))! } }) // want "error: "
export const right = async () => fetch('/items', { headers: { Authorization: `Bearer ${await SecureStore.getItemAsync('accessToken')}` } }) // with its scheme
export const theme = async () => fetch('/items', { headers: { 'X-Theme': (await Preferences.get({ key: 'theme' })).value! } }) // no credential
