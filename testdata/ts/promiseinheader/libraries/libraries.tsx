import AsyncStorage from '@react-native-async-storage/async-storage';
import * as SecureStore from 'expo-secure-store';
import { useAuth0 } from '@auth0/auth0-react';
import { useAuth } from '@clerk/nextjs';
import { getAuth } from 'firebase/auth';
import localforage from 'localforage';
import axios from 'axios';

axios.get('/a', { headers: { Authorization: `Bearer ${AsyncStorage.getItem('token')}` } }); // want "`AsyncStorage.getItem\\('token'\\)` is a promise"
axios.get('/b', { headers: { Authorization: `Bearer ${SecureStore.getItemAsync('token')}` } }); // want "is a promise"
axios.get('/c', { headers: { Authorization: `Bearer ${localforage.getItem('token')}` } }); // want "is a promise"
axios.get('/d', { headers: { Authorization: `Bearer ${getAuth().currentUser.getIdToken()}` } }); // want "is a promise"

export function useLoad() {
  const { getAccessTokenSilently } = useAuth0();
  const { getToken } = useAuth();
  const a = () => axios.get('/e', { headers: { Authorization: `Bearer ${getAccessTokenSilently()}` } }); // want "`getAccessTokenSilently\\(\\)` is a promise"
  const b = () => axios.get('/f', { headers: { Authorization: `Bearer ${getAccessTokenSilently().then((t) => t)}` } }); // want "is a promise"
  const c = () => axios.get('/g', { headers: { Authorization: `Bearer ${getToken()}` } }); // want "is a promise"
  const d = async () => axios.get('/h', { headers: { Authorization: `Bearer ${await getToken()}` } }); // awaited
  return [a, b, c, d];
}
