import { Platform } from 'react-native'

// The WebSocket of React Native takes headers.
export const a = (token: string) => new WebSocket('wss://x.example', null, { headers: { Authorization: token } })
export const b = (token: string) => fetch('https://x.example', { mode: 'no-cors', headers: { Authorization: token } })
export const os = Platform.OS
