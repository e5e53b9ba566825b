import axios from 'axios'
import AsyncStorage from '@react-native-async-storage/async-storage'
import Cookies from 'js-cookie'

export async function login(user: object) {
  const { data } = await axios.post('/api/login', user)
  localStorage.setItem('accessToken', data.accessToken)
  localStorage.setItem('refreshToken', data.refreshToken)
  localStorage.setItem('theme', data.theme) // kept on purpose
  localStorage.setItem('deviceToken', data.deviceToken) // the device's, not the session's
  await AsyncStorage.setItem('jwt', data.accessToken)
  await AsyncStorage.setItem('jwtRefresh', data.refreshToken)
  Cookies.set('cookieToken', data.cookieToken) // the server may clear it
}

export async function logout() {
  await axios.post('/api/logout')
  localStorage.removeItem('accessToken') // both are removed, the second by emptying it
  localStorage.setItem('refreshToken', '')
  await AsyncStorage.multiRemove(['jwt', 'jwtRefresh'])
  await AsyncStorage.removeItem('jwt')
}
