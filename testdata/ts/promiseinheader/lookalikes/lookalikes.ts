import AsyncStorage from '@react-native-async-storage/async-storage';
import axios from 'axios';
import { client } from 'some-client';
import { getToken, getStored } from './token';

// Awaited, in the template or before.
export async function load() {
  await axios.get('/a', { headers: { Authorization: `Bearer ${await getToken()}` } });
  const token = await getToken();
  await axios.get('/b', { headers: { Authorization: `Bearer ${token}` } });
  const stored = await AsyncStorage.getItem('token');
  if (stored) await axios.get('/c', { headers: { Authorization: 'Bearer ' + stored } });
  const [first] = await Promise.all([getToken()]);
  return axios.get('/d', { headers: { Authorization: `Bearer ${first}` } });
}

// In a callback it is the string.
getToken().then((t) => axios.get('/e', { headers: { Authorization: 'Bearer ' + t } }));
AsyncStorage.getItem('token').then((t) => t && axios.get('/f', { headers: { Authorization: 'Bearer ' + t } }));

// The same name, and not async.
axios.get('/g', { headers: { Authorization: `Bearer ${getStored()}` } });
export const h = (auth: { getIdToken(): string }) => axios.get('/h', { headers: { Authorization: `Bearer ${auth.getIdToken()}` } });

// An option that takes a function or a promise is no header.
client({ headers: async () => ({ Authorization: `Bearer ${await getToken()}` }) });
client({ authorization: getToken() });

// axios.get('/i', { headers: { Authorization: `Bearer ${getToken()}` } });

// Okta keeps its token at hand: a string.
import { useOktaAuth } from '@okta/okta-react';
const { oktaAuth } = useOktaAuth();
axios.get('/j', { headers: { Authorization: `Bearer ${oktaAuth.getAccessToken()}` } });
